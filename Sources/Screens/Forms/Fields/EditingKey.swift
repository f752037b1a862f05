import Canvas

/// A key of a form while it is filled in, and the words for it; hints and the printed list of keys come from here.
package struct EditingKey: Hashable, Sendable {
    /// The key as it is printed, and others that do the same.
    package let shown: String
    package let also: String
    /// Its word in the hint bar, where the form has none of its own.
    let hint: String
    /// What it does, for the list of all keys.
    package let help: String
    /// The keys; none where it is any letter or digit.
    let keys: [Key]

    private init(_ shown: String, _ keys: [Key], _ hint: String, _ help: String, also: String = "") {
        self.shown = shown
        self.also = also
        self.hint = hint
        self.help = help
        self.keys = keys
    }

    /// The key for the hint bar, with the form's own words where it has them.
    func hint(_ words: String? = nil) -> Hint { Hint(shown, words ?? hint) }

    static func ~= (editing: EditingKey, key: Key) -> Bool { editing.keys.contains(key) }
}

extension EditingKey {
    // From field to field.

    static let enter = EditingKey("Enter", [.enter], "next", "go on to the next field; in the last one, record")
    static let nextField = EditingKey("Tab", [.tab], "fields", "go to the next field, round and round")
    static let previousField = EditingKey("Shift-Tab", [.backTab], "", "go to the field before")
    static let up = EditingKey("Up", [.up], "", "go to the field before, or up in a list")
    static let down = EditingKey("Down", [.down], "", "go to the next field, or down in a list")
    static let fieldsUp = EditingKey("PgUp", [.pageUp], "", "go five fields up")
    static let fieldsDown = EditingKey("PgDn", [.pageDown], "", "go five fields down")
    static let record = EditingKey(
        "Ctrl-S",
        [.control("s"), .function(10)],
        "record",
        "record the form, from any field",
        also: "F10"
    )
    static let leave = EditingKey("Esc", [.escape], "put aside", "put the form aside; what was typed is kept")

    // In a field, by its kind.

    static let letter = EditingKey("letter", [], "choose", "choose an answer by its letter or digit, and go on")
    static let turn = EditingKey("Left", [.left], "", "turn through the answers", also: "Right")
    static let mark = EditingKey("digit", [], "mark", "mark an answer, or take the mark back")
    static let listed = EditingKey("1-9", [], "choose", "choose a line of a list")
    static let find = EditingKey("letters", [], "find", "find in a list by the beginnings of words")
    static let answers = ItemMark.allCases.map {
        EditingKey(String($0.key), [], $0.words, "answer an item of a checklist: \($0.words)")
    }
    static let remark = EditingKey("r", [.character("r")], "remark", "add a remark to an item of a checklist")
    static let remarkDone = EditingKey("Enter", [.enter], "done", "end the remark, and go on to the next item")

    // In a line of text.

    static let lineStart = EditingKey("Home", [.home, .control("a")], "", "go to the beginning", also: "Ctrl-A")
    static let lineEnd = EditingKey("End", [.end, .control("e")], "", "go to the end", also: "Ctrl-E")
    static let backspace = EditingKey("Backspace", [.backspace], "", "delete the character before, or the answer")
    static let delete = EditingKey("Delete", [.delete], "", "delete the character here, or the answer")
    static let deleteBefore = EditingKey("Ctrl-U", [.control("u")], "", "delete all before the cursor")
    static let deleteAfter = EditingKey("Ctrl-K", [.control("k")], "", "delete all after the cursor")
    static let deleteWord = EditingKey("Ctrl-W", [.control("w")], "", "delete the word before the cursor")

    // Where a gate said no.

    static let decision = EditingKey("P", [.character("P")], "prescriber decides", "the prescriber decides to go on")
    static let happened = EditingKey(
        "H",
        [.character("H")],
        FormKind.alreadyHappened.words,
        FormKind.alreadyHappened.facts.help
    )

    /// All of them, in the order they are printed.
    package static let all: [EditingKey] =
        [
            enter, nextField, previousField, up, down, fieldsUp, fieldsDown, record, leave, letter, turn, mark, listed,
            find,
        ]
        + answers + [remark, remarkDone, lineStart, lineEnd, backspace, delete, deleteBefore, deleteAfter, deleteWord]
        + [decision, happened]
}
