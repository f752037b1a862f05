/// A log after its segments have been walked over.
struct ScannedLog {
    let location: LogLocation
    let scanner: LogScanner
    let last: SegmentBytes
    let head: LogHead?

    /// The contents of a log of which at least one line can be read.
    func contents() throws(LogError) -> LogContents {
        guard scanner.highest >= 0 else {
            guard let finding = scanner.findings.first else {
                throw .foreign(path: location.segmentPath(1), reason: "it is empty")
            }
            throw .damaged(finding)
        }
        let header = header
        if let first = scanner.records.first, first.number == 0, scanner.header == nil {
            throw .foreign(
                path: location.segmentPath(1),
                reason: "its first record, of kind \(first.kind), is no header"
            )
        }
        return LogContents(
            location: location,
            header: header,
            records: scanner.records,
            unchained: scanner.unchained,
            findings: findings,
            provenRecord: max(scanner.provenRecord, head?.record ?? -1),
            last: .init(
                record: scanner.last.record,
                leaf: scanner.last.leaf,
                highest: scanner.highest,
                highestEvent: scanner.highestEvent
            ),
            knownMarks: scanner.headers.values.reduce(into: Set()) { $0.formUnion($1.known) },
            lastSegment: .init(
                number: last.segment.number,
                path: last.segment.path,
                goodEnd: scanner.goodEnd,
                unprovenStart: scanner.unprovenStart,
                isGood: scanner.isLastSegmentGood && last.unreadable.isEmpty,
                bytes: last.bytes
            )
        )
    }

    /// What is not as it was written, another log in this one's place included.
    var findings: [LogFinding] {
        guard let head, let header = scanner.header, header.logID != head.logID else { return scanner.findings }
        let finding = LogFinding(
            kind: .tampered,
            path: location.segmentPath(1),
            bytes: 0..<0,
            lastGoodRecord: -1,
            provenRecord: head.record,
            lost: 0..<0,
            reason: "this is the log \(header.logID), and the station wrote \(head.logID)"
        )
        return [finding] + scanner.findings
    }

    /// What is said of the log by its first record, else by a later segment, else by who wrote it down.
    private var header: LogHeader {
        scanner.header ?? scanner.headers.sorted { $0.key < $1.key }.first?.value.log
            ?? LogHeader(logID: head?.logID ?? "", station: "", boot: "", writer: "")
    }
}
