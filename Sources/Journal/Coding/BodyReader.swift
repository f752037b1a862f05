import JSON

/// Reads the members of one JSON object by key, and says which key is wrong.
///
/// Keys nobody asks for are left alone: the log keeps the line as it was written.
struct BodyReader {
    let object: JSONObject
    /// Where the object stands in the body, with a dot behind it; empty for the body itself.
    let path: String

    init(_ object: JSONObject, path: String = "") {
        self.object = object
        self.path = path
    }

    func text(_ key: String) throws(BodyProblem) -> String {
        try required(key, "a text") { $0.string }
    }

    func textIfPresent(_ key: String) throws(BodyProblem) -> String? {
        try optional(key, "a text") { $0.string }
    }

    func number(_ key: String) throws(BodyProblem) -> Int {
        try required(key, "a whole number") { $0.integer.map { Int($0) } }
    }

    func numberIfPresent(_ key: String) throws(BodyProblem) -> Int? {
        try optional(key, "a whole number") { $0.integer.map { Int($0) } }
    }

    func flag(_ key: String) throws(BodyProblem) -> Bool {
        try required(key, "true or false") { $0.bool }
    }

    func flagIfPresent(_ key: String) throws(BodyProblem) -> Bool? {
        try optional(key, "true or false") { $0.bool }
    }

    /// A value of a closed list of words.
    func word<Word: RawRepresentable<String>>(_ key: String, _ type: Word.Type) throws(BodyProblem) -> Word {
        try required(key, "a word this version knows") { $0.string.flatMap(Word.init(rawValue:)) }
    }

    func wordIfPresent<Word: RawRepresentable<String>>(_ key: String, _ type: Word.Type) throws(BodyProblem) -> Word? {
        try optional(key, "a word this version knows") { $0.string.flatMap(Word.init(rawValue:)) }
    }

    func body(_ key: String) throws(BodyProblem) -> BodyReader {
        BodyReader(try required(key, "an object") { $0.object }, path: "\(path)\(key).")
    }

    func bodyIfPresent(_ key: String) throws(BodyProblem) -> BodyReader? {
        try optional(key, "an object") { $0.object }.map { BodyReader($0, path: "\(path)\(key).") }
    }

    /// The elements of an array of objects.
    func bodies(_ key: String) throws(BodyProblem) -> [BodyReader] {
        guard let readers = try bodiesIfPresent(key) else { throw problem(key, "is missing") }
        return readers
    }

    func bodiesIfPresent(_ key: String) throws(BodyProblem) -> [BodyReader]? {
        guard let elements = try optional(key, "an array", { $0.array }) else { return nil }
        var readers: [BodyReader] = []
        for (index, element) in elements.enumerated() {
            guard let object = element.object else { throw problem("\(key).\(index)", "must be an object") }
            readers.append(BodyReader(object, path: "\(path)\(key).\(index)."))
        }
        return readers
    }

    /// The elements of an array of texts.
    func texts(_ key: String) throws(BodyProblem) -> [String] {
        try required(key, "an array of texts") { Self.all($0.array) { $0.string } }
    }

    func textsIfPresent(_ key: String) throws(BodyProblem) -> [String]? {
        try optional(key, "an array of texts") { Self.all($0.array) { $0.string } }
    }

    /// The elements of an array of words from a closed list.
    func words<Word: RawRepresentable<String>>(_ key: String, _ type: Word.Type) throws(BodyProblem) -> [Word] {
        try required(key, "an array of words this version knows") {
            Self.all($0.array) { $0.string.flatMap(Word.init(rawValue:)) }
        }
    }

    func problem(_ key: String, _ reason: String) -> BodyProblem {
        BodyProblem(key: path + key, reason: reason)
    }

    func required<Value>(
        _ key: String,
        _ expected: String,
        _ read: (JSON) -> Value?
    ) throws(BodyProblem) -> Value {
        guard let value = try optional(key, expected, read) else { throw problem(key, "is missing") }
        return value
    }

    func optional<Value>(
        _ key: String,
        _ expected: String,
        _ read: (JSON) -> Value?
    ) throws(BodyProblem) -> Value? {
        guard let json = object[key] else { return nil }
        guard let value = read(json) else { throw problem(key, "must be \(expected)") }
        return value
    }

    private static func all<Value>(_ elements: [JSON]?, _ read: (JSON) -> Value?) -> [Value]? {
        guard let elements else { return nil }
        let values = elements.compactMap(read)
        return values.count == elements.count ? values : nil
    }
}
