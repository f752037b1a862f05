import EventLog

/// Records as a session writes them most.
enum SampleRecord {
    /// A set of vitals, the `number`th of its session.
    static func vitals(_ number: Int) -> RecordDraft {
        let systolic = 118 + number % 40
        let body = """
            {"systolicMmHg":\(systolic),"diastolicMmHg":\(systolic - 46),"heartRatePerMin":\(64 + number % 30),\
            "spo2Percent":\(95 + number % 5),"respiratoryRatePerMin":\(12 + number % 6),"moaas":5}
            """
        return RecordDraft(
            event: number,
            kind: "vitals.recorded",
            utcMicros: 1_795_248_000_000_000 + Int64(number) * 1_000_000,
            bootMicros: 1_000_000_000 + Int64(number) * 1_000_000,
            actor: "n001:nurse",
            body: Array(body.utf8)
        )
    }

    /// As many bytes as the line of a set of vitals has.
    static var line: [UInt8] { vitals(0).body + [UInt8](repeating: UInt8(ascii: "."), count: 250) }

    /// A new log with the same header every time.
    static func makeLog(_ directory: String, disk: any Disk) throws(LogError) -> LogWriter {
        try LogWriter.create(
            at: LogLocation(directory: directory),
            header: LogHeader(logID: "benchmark", station: "Benchmark", boot: "benchmark", writer: "vigil-benchmarks"),
            moment: LogMoment(utcMicros: 1_795_248_000_000_000, bootMicros: 1_000_000_000),
            disk: disk
        )
    }
}
