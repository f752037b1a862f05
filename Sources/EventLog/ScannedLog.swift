/// A log after its segments have been walked over.
struct ScannedLog {
    let location: LogLocation
    let scanner: LogScanner
    let lastNumber: Int
    let lastBytes: [UInt8]

    /// The contents of a log whose header can be read.
    func contents() throws(LogError) -> LogContents {
        guard let first = scanner.records.first else {
            guard let finding = scanner.findings.first else {
                throw .foreign(path: location.segmentPath(1), reason: "it is empty")
            }
            throw .damaged(finding)
        }
        guard let header = LogHeader(first) else {
            throw .foreign(path: location.segmentPath(1), reason: "its first record is not a log header")
        }
        return LogContents(
            location: location,
            header: header,
            records: scanner.records,
            unchained: scanner.unchained,
            findings: scanner.findings,
            provenRecord: scanner.provenRecord,
            lastSegment: .init(number: lastNumber, goodEnd: scanner.goodEnd, bytes: lastBytes)
        )
    }
}
