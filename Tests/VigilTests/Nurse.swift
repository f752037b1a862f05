import Glibc
import TestSupport
import Testing

/// A person at a console: presses keys and reads the screen.
struct Nurse {
    let terminal: PseudoTerminal

    init(_ terminal: PseudoTerminal) {
        self.terminal = terminal
    }

    /// What stands on the screen, with one space for many, so that no test rests on how wide a column is.
    var screen: String { Self.narrowed(terminal.screen.text) }

    /// Presses keys: characters as they are, `⏎` Enter, `⇥` Tab, `⌫` Backspace, `⎋` Esc, which must be the last.
    @discardableResult
    func press(_ keys: String) -> Nurse {
        Watching.pause()
        let named: [Character: String] = ["⏎": "\r", "⇥": "\t", "⌫": "\u{7F}", "⎋": "\u{1B}"]
        terminal.type(keys.map { named[$0] ?? String($0) }.joined())
        return self
    }

    /// Waits until all of these texts stand on the screen at once.
    @discardableResult
    func expect(_ texts: String..., sourceLocation: SourceLocation = #_sourceLocation) throws -> Nurse {
        let texts = texts.map(Self.narrowed)
        let isThere = wait { screen in texts.allSatisfy(screen.contains) }
        let missing = texts.filter { !screen.contains($0) }
        try #require(isThere, "the screen lacks \(missing):\n\(framed)", sourceLocation: sourceLocation)
        return self
    }

    /// Waits until a text has gone from the screen.
    @discardableResult
    func expectGone(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Nurse {
        let isGone = wait { !$0.contains(text) }
        try #require(isGone, "the screen still says \(text):\n\(framed)", sourceLocation: sourceLocation)
        return self
    }

    /// Waits until the screen is as asked; false when it never was.
    func wait(until isMet: (String) -> Bool) -> Bool {
        terminal.wait(seconds: Program.patienceSeconds) { isMet(screen) }
    }

    private var framed: String {
        let bar = String(repeating: "-", count: terminal.screen.columns)
        return "\(bar)\n\(terminal.screen.text)\n\(bar)"
    }

    private static func narrowed(_ text: String) -> String {
        var result = ""
        var wasSpace = false
        for byte in text.unicodeScalars {
            if byte != " " || !wasSpace { result.unicodeScalars.append(byte) }
            wasSpace = byte == " "
        }
        return result
    }
}
