/// What the first record of a log says about it.
package struct LogHeader: Equatable, Sendable {
    /// The random name of the log, which ties every record to it through the chain.
    package let logID: String
    package let station: String
    /// The boot within which `m` of the following records can be compared.
    package let boot: String
    /// The program and version that wrote the header.
    package let writer: String

    package init(logID: String, station: String, boot: String, writer: String) {
        self.logID = logID
        self.station = station
        self.boot = boot
        self.writer = writer
    }

    /// The format stands first, so that the file says what it is in its first hundred bytes.
    var body: [UInt8] {
        var body = RecordBody()
        body.add("fmt", LogFormat.name)
        body.add("log", logID)
        body.add("station", station)
        body.add("boot", boot)
        body.add("writer", writer)
        body.add("hash", "sha256")
        return body.finish()
    }

    /// Reads the header record; nil if a field is missing.
    package init?(_ record: LogRecord) {
        guard record.kind == LogFormat.Kind.open,
            let fields = RecordBody.texts(in: record.body),
            fields["fmt"] == LogFormat.name,
            let logID = fields["log"], let station = fields["station"], let boot = fields["boot"],
            let writer = fields["writer"]
        else { return nil }
        self.init(logID: logID, station: station, boot: boot, writer: writer)
    }
}
