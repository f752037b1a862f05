import EventLog
import JSON

extension LogRecord {
    /// The boot that a record of the log's own names: within it the boot clocks of what follows can be compared.
    var namedBoot: String? {
        guard kind.hasPrefix("log.") else { return nil }
        return (try? JSON(parsing: body))?["boot"]?.string
    }
}
