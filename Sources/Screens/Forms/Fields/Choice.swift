/// One of the answers a field offers.
struct Choice: Hashable, Sendable {
    /// What is kept.
    var code: String
    /// The key that takes it.
    var key: Character
    var words: String

    init(_ code: String, _ key: Character, _ words: String) {
        self.code = code
        self.key = key
        self.words = words
    }

    /// An answer of the form's own, in words of its own or in others.
    init(_ answer: some FormAnswer, _ words: String? = nil) {
        self.init(answer.rawValue, answer.key, words ?? answer.words)
    }

    /// Numbers answers `1` to `9`, then by letters that are left.
    static func numbered(_ answers: [(code: String, words: String)]) -> [Choice] {
        let keys = Array("123456789abcdefghijklmnopqrstuvwxyz")
        return answers.enumerated().map { index, answer in
            Choice(answer.code, index < keys.count ? keys[index] : " ", answer.words)
        }
    }
}
