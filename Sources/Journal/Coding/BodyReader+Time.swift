import EventLog
import JSON
import Session

extension BodyReader {
    /// A time in RFC 3339 UTC with six fraction digits.
    func time(_ key: String) throws(BodyProblem) -> Int64 {
        try required(key, "a time like 2026-08-23T05:34:40.123456Z") { $0.string.flatMap { UTCTimestamp.micros($0) } }
    }

    func timeIfPresent(_ key: String) throws(BodyProblem) -> Int64? {
        try optional(key, "a time like 2026-08-23T05:34:40.123456Z") { $0.string.flatMap { UTCTimestamp.micros($0) } }
    }

    /// A day, as `CivilDate.text` writes it and in no other of the forms people may type.
    func date(_ key: String) throws(BodyProblem) -> CivilDate {
        try required(key, "a date like 1984-03-07") {
            guard let text = $0.string, let date = CivilDate(text: text), date.text == text else { return nil }
            return date
        }
    }
}
