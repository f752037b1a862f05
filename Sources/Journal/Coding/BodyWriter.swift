import EventLog
import JSON

/// Builds the JSON object of a body, key by key in the order written; what is nil gets no key.
struct BodyWriter {
    private(set) var object = JSONObject()

    mutating func add(_ key: String, _ value: String?) {
        object[key] = value.map { .string($0) }
    }

    mutating func add(_ key: String, _ value: Int?) {
        object[key] = value.map { .integer(Int64($0)) }
    }

    mutating func add(_ key: String, _ value: Bool?) {
        object[key] = value.map { .bool($0) }
    }

    mutating func add(_ key: String, words: [String]) {
        object[key] = .array(words.map { .string($0) })
    }

    mutating func add(_ key: String, _ value: JSONObject?) {
        object[key] = value.map { .object($0) }
    }

    mutating func add(_ key: String, _ values: [JSONObject]) {
        object[key] = .array(values.map { .object($0) })
    }

    /// A time, in RFC 3339 UTC with six fraction digits.
    mutating func add(_ key: String, utcMicros: Int64?) {
        object[key] = utcMicros.map { .string(UTCTimestamp.text($0)) }
    }

    mutating func add(_ key: String, raw: JSON) {
        object[key] = raw
    }

    /// The object that `build` writes.
    static func object(_ build: (inout BodyWriter) -> Void) -> JSONObject {
        var writer = BodyWriter()
        build(&writer)
        return writer.object
    }
}
