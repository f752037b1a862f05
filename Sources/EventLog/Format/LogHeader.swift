/// What the first record of a log says about it.
package struct LogHeader: Equatable, Sendable {
    /// The random name of the log, which ties every record to it through the chain.
    package let logID: String
    package let station: String
    /// The boot within which `m` of the following records can be compared.
    package let boot: String
    /// The program and version that wrote the header.
    package let writer: String
    /// The root under the seal of the log that this one adds to; nil for a log that stands by itself.
    package let sealedRoot: LogHash?

    package init(logID: String, station: String, boot: String, writer: String, sealedRoot: LogHash? = nil) {
        self.logID = logID
        self.station = station
        self.boot = boot
        self.writer = writer
        self.sealedRoot = sealedRoot
    }

    /// What every segment says of its log, the format first, so that a file says what it is in its first hundred bytes.
    var startedBody: RecordBody {
        var body = RecordBody()
        body.add("fmt", LogFormat.name)
        body.add("log", logID)
        body.add("station", station)
        body.add("boot", boot)
        body.add("writer", writer)
        body.add("hash", "sha256")
        if let sealedRoot { body.add("sealedRoot", sealedRoot.hex) }
        return body
    }

    var body: [UInt8] {
        var body = startedBody
        return body.finish()
    }

    /// The same log, gone on with in another boot or by another program.
    func resumed(boot: String, writer: String) -> LogHeader {
        LogHeader(logID: logID, station: station, boot: boot, writer: writer, sealedRoot: sealedRoot)
    }

    /// Reads the header record; nil if a field is missing.
    package init?(_ record: LogRecord) {
        guard record.kind == LogFormat.Kind.open, let fields = RecordBody.texts(in: record.body) else { return nil }
        self.init(fields: fields)
    }

    init?(fields: [String: String]) {
        guard fields["fmt"] == LogFormat.name,
            let logID = fields["log"], let station = fields["station"], let boot = fields["boot"],
            let writer = fields["writer"]
        else { return nil }
        let sealedRoot = fields["sealedRoot"].flatMap { LogHash(hex: $0) }
        guard sealedRoot != nil || fields["sealedRoot"] == nil else { return nil }
        self.init(logID: logID, station: station, boot: boot, writer: writer, sealedRoot: sealedRoot)
    }
}
