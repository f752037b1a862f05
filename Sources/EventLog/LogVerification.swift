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
    /// Records in the unbroken chain.
    package let recordCount: Int
    /// Whole records after the first break.
    package let unchainedCount: Int
    package let findings: [LogFinding]
    /// The leaf hash of the last record in the chain, which the next would name.
    package let lastLeaf: LogHash
    /// The RFC 6962 root over the records in the chain.
    package let root: LogHash

    package var outcome: Outcome {
        if findings.contains(where: { $0.kind == .tampered || $0.kind == .forked }) { return .forged }
        if findings.contains(where: { $0.kind == .damaged }) { return .damaged }
        return findings.isEmpty ? .intact : .torn
    }
}

extension LogReader {
    /// Verifies the log at a path, which is its directory or one of its segments, without changing anything.
    package func verify(_ path: String) throws(LogError) -> LogVerification {
        let location = try location(of: path)
        let scanner = try scan(location, keepsRecords: false).scanner
        return LogVerification(
            location: location,
            recordCount: scanner.recordCount,
            unchainedCount: scanner.unchainedCount,
            findings: scanner.findings,
            lastLeaf: scanner.lastLeaf,
            root: scanner.tree.root
        )
    }
}
