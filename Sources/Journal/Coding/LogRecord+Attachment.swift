import EventLog
import JSON

extension LogRecord {
    /// The attachment that this record needs to be understood; nil for most.
    var attachment: LogHash? {
        guard kind == "session.opened" else { return nil }
        return (try? JSON(parsing: body))?["protocolSha256"]?.string.flatMap { LogHash(hex: $0) }
    }
}
