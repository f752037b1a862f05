/// What a full verification of a log's framing, self-checks and chain found.
package struct LogVerification: Equatable, Sendable {
    package enum Outcome: Equatable, Sendable {
        case intact
        /// Only an unfinished write at the end, never acknowledged.
        case torn
        case damaged
        /// A record was altered, put in, or stands twice.
        case forged
    }

    package let location: LogLocation
    /// The random name of the log; nil if no header can be read.
    package let logID: String?
    /// Records in the unbroken chain.
    package let recordCount: Int
    /// Whole records after the first break.
    package let unchainedCount: Int
    package let findings: [LogFinding]
    /// The leaf hash of the last record in the chain, which the next would name.
    package let lastLeaf: LogHash
    /// How many lines stand in the files, whole or not.
    package let lineCount: Int
    /// The RFC 6962 root over these lines.
    package let root: LogHash
    /// Whether the last record ends the log.
    package let isEnded: Bool

    package var outcome: Outcome {
        if findings.contains(where: { $0.kind == .tampered || $0.kind == .forked }) { return .forged }
        if findings.contains(where: { $0.kind == .damaged }) { return .damaged }
        return findings.isEmpty ? .intact : .torn
    }
}

extension LogVerification {
    /// What is to be said of a log of which nothing can be read.
    package static func nothing(of location: LogLocation) -> LogVerification {
        LogVerification(
            location: location,
            logID: nil,
            recordCount: 0,
            unchainedCount: 0,
            findings: [],
            lastLeaf: .zero,
            lineCount: 0,
            root: MerkleTree().root,
            isEnded: false
        )
    }
}

extension LogReader {
    /// Verifies the log at a path, which is its directory or one of its segments, without changing anything.
    package func verify(_ path: String) throws(LogError) -> LogVerification {
        try verify(try location(of: path))
    }

    /// Verifies a log, of which is known from elsewhere that it got as far as `head`.
    package func verify(_ location: LogLocation, expecting head: LogHead? = nil) throws(LogError) -> LogVerification {
        if let verification = try verifyIntact(location, expecting: head) { return verification }
        return try verifyScanning(location, expecting: head)
    }

    /// Verifies a log line by line on one thread, whatever is wrong with it.
    package func verifyScanning(
        _ location: LogLocation,
        expecting head: LogHead? = nil
    ) throws(LogError) -> LogVerification {
        let scanned = try scan(location, keepsRecords: false, keepsTree: true, expecting: head)
        let scanner = scanned.scanner
        var (lineCount, root) = (scanner.tree.count, scanner.tree.root)
        if !scanner.isWhole {
            let digest = try digest(of: location)
            (lineCount, root) = (digest.lineCount, digest.root)
        }
        return LogVerification(
            location: location,
            logID: scanner.header?.logID,
            recordCount: scanner.recordCount,
            unchainedCount: scanner.unchainedCount,
            findings: scanned.findings,
            lastLeaf: scanner.lastLeaf,
            lineCount: lineCount,
            root: root,
            isEnded: scanner.isEnded
        )
    }
}
