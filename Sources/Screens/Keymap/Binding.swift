package import Canvas

/// A key, when it is valid, what it does, and the words for it.
package struct Binding: Sendable {
    package var keys: [Key]
    /// The key as it is printed.
    package var shown: String
    /// One or two words for the hint bar; empty for keys that only the help lists.
    package var hint: String
    /// A line for the help and the palette.
    package var help: String
    var action: KeyAction
    /// Whether a list of commands offers it: what only moves the focus, and the lists themselves, need not be found.
    var isCommand: Bool
    package var isValid: @Sendable (Situation) -> Bool

    init(
        _ shown: String,
        _ keys: [Key],
        _ hint: String,
        _ help: String,
        _ action: KeyAction,
        isCommand: Bool = true,
        when isValid: @escaping @Sendable (Situation) -> Bool
    ) {
        self.isCommand = isCommand
        self.keys = keys
        self.shown = shown
        self.hint = hint
        self.help = help
        self.action = action
        self.isValid = isValid
    }

    /// A key that is one character.
    init(
        _ key: Character,
        _ hint: String,
        _ help: String,
        _ action: KeyAction,
        when isValid: @escaping @Sendable (Situation) -> Bool
    ) {
        self.init(String(key), [.character(key)], hint, help, action, when: isValid)
    }
}
