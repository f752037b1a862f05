import Canvas

/// Text that is being typed, and where the next character goes.
package struct TextEntry: Hashable, Sendable {
    package private(set) var text: String
    /// Characters before the cursor.
    package private(set) var cursor: Int

    /// Longest text a field takes; a paste is cut there, so that a stray clipboard cannot fill the log.
    static let limit = 2000

    init(_ text: String = "") {
        self.text = String(text.prefix(Self.limit))
        self.cursor = self.text.count
    }

    /// The text without spaces at its ends.
    var trimmed: String {
        var kept = Substring(text)
        while kept.first?.isWhitespace == true { kept.removeFirst() }
        while kept.last?.isWhitespace == true { kept.removeLast() }
        return String(kept)
    }

    mutating func insert(_ inserted: String) {
        let room = max(0, Self.limit - text.count)
        let taken = String(inserted.prefix(room))
        let place = text.index(text.startIndex, offsetBy: cursor)
        let tail = text.distance(from: place, to: text.endIndex)
        text.insert(contentsOf: taken, at: place)
        // A combining mark joins the character before it, so the cursor is counted from the end.
        cursor = max(0, text.count - tail)
    }

    /// Takes an editing key; false where it is none.
    mutating func edit(_ key: Key) -> Bool {
        switch key {
        case EditingKey.backspace:
            if cursor > 0 { remove(at: cursor - 1) }
        case EditingKey.delete:
            if cursor < text.count { remove(at: cursor) }
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(text.count, cursor + 1)
        case EditingKey.lineStart: cursor = 0
        case EditingKey.lineEnd: cursor = text.count
        case EditingKey.deleteBefore:
            text = String(text.dropFirst(cursor))
            cursor = 0
        case EditingKey.deleteAfter: text = String(text.prefix(cursor))
        case EditingKey.deleteWord: removeWord()
        case .character, .enter, .backspace, .delete, .home, .end, .escape, .tab, .backTab, .up, .down, .pageUp,
            .pageDown, .function, .control, .alt,
            .paste, .click, .wheel:
            return false
        }
        return true
    }

    private mutating func remove(at place: Int) {
        text.remove(at: text.index(text.startIndex, offsetBy: place))
        cursor = min(place, text.count)
    }

    private mutating func removeWord() {
        var head = text.prefix(cursor)
        let tail = text.dropFirst(cursor)
        while head.last == " " { head.removeLast() }
        while let last = head.last, last != " " { head.removeLast() }
        cursor = head.count
        text = String(head + tail)
    }
}
