import Canvas

/// Turns what the terminal library reads, characters and key codes, into keys.
///
/// The library knows the sequences of the terminal's description. Those it does not know arrive as loose characters
/// behind an Esc; a sequence's digits must never reach a vitals line, so they are taken together here and dropped where
/// they mean nothing.
struct KeyDecoder {
    /// One thing the library read.
    enum Input: Hashable, Sendable {
        case scalar(Unicode.Scalar)
        case key(Key)
        case pasteBegins
        case pasteEnds
    }

    private enum State {
        case ready
        /// An Esc came; alone it is the key, before a character it is Alt.
        case escaped
        /// `ESC O` and what follows: one character.
        case single
        /// `ESC [`, parameters, and a last character from @ to ~.
        case sequence(String)
        /// `ESC ]`, `ESC P` and their like: text up to BEL or `ESC \`.
        case string(isEscaped: Bool)
        /// Between the marks of a paste, whose text gathers in `pasted`.
        case paste
    }

    private var state = State.ready
    private var pasted = ""

    /// Whether the next characters belong to something begun; if they do not come soon, `settle` ends it.
    var isUnfinished: Bool {
        switch state {
        case .ready: false
        case .escaped, .single, .sequence, .string, .paste: true
        }
    }

    mutating func take(_ input: Input) -> Key? {
        switch (state, input) {
        case (.paste, .scalar(let scalar)):
            add(scalar)
            return nil
        case (.paste, .key), (.paste, .pasteBegins): return nil
        case (.paste, .pasteEnds): return finishPaste()
        case (_, .pasteBegins):
            state = .paste
            pasted = ""
            return nil
        case (.ready, .pasteEnds), (.escaped, .pasteEnds), (.single, .pasteEnds), (.sequence, .pasteEnds),
            (.string, .pasteEnds):
            state = .ready
            return nil
        case (_, .key(let key)):
            state = .ready
            return key
        case (.ready, .scalar(let scalar)): return begin(scalar)
        case (.escaped, .scalar(let scalar)): return afterEscape(scalar)
        case (.single, .scalar(let scalar)):
            state = .ready
            return KeyTable.single(scalar)
        case (.sequence(let text), .scalar(let scalar)): return inSequence(text, scalar)
        case (.string(let isEscaped), .scalar(let scalar)):
            let isEnd = scalar.value == 7 || (isEscaped && scalar == "\\")
            state = isEnd ? .ready : .string(isEscaped: scalar.value == 27)
            return nil
        }
    }

    /// Ends what nothing more waits for: a lone Esc is the key.
    ///
    /// `isLate` after a pause in which the rest should have come.
    mutating func settle(isLate: Bool) -> Key? {
        switch state {
        case .ready: return nil
        case .escaped:
            state = .ready
            return .escape
        case .single:
            state = .ready
            return .alt("O")
        case .sequence(let text):
            guard isLate else { return nil }
            state = .ready
            return text.isEmpty ? .alt("[") : nil
        case .string:
            if isLate { state = .ready }
            return nil
        case .paste: return isLate ? finishPaste() : nil
        }
    }

    private mutating func begin(_ scalar: Unicode.Scalar) -> Key? {
        if scalar.value == 27 {
            state = .escaped
            return nil
        }
        return KeyTable.plain(scalar)
    }

    private mutating func afterEscape(_ scalar: Unicode.Scalar) -> Key? {
        switch scalar {
        case "[": state = .sequence("")
        case "O": state = .single
        case "]", "P", "X", "^", "_": state = .string(isEscaped: false)
        case "\u{1B}": return .escape
        default:
            state = .ready
            guard CellWidth.of(scalar) > 0 else { return KeyTable.plain(scalar) }
            return .alt(Character(scalar))
        }
        return nil
    }

    private mutating func inSequence(_ text: String, _ scalar: Unicode.Scalar) -> Key? {
        let longest = 64
        switch scalar.value {
        case 0x20...0x3F where text.utf8.count < longest:
            state = .sequence(text + String(Character(scalar)))
            return nil
        case 0x5B where text.isEmpty:
            // The Linux console's F1 to F5 have a second bracket.
            state = .sequence("[")
            return nil
        case 27:
            state = .escaped
            return nil
        default:
            state = .ready
            return KeyTable.sequence(text, scalar)
        }
    }

    private mutating func finishPaste() -> Key {
        state = .ready
        defer { pasted = "" }
        return .paste(pasted)
    }

    /// Adds a pasted character: line ends and tabs become spaces, other controls and bidi characters go.
    private mutating func add(_ scalar: Unicode.Scalar) {
        guard pasted.utf8.count + 4 <= Wire.longestPaste else { return }
        if ["\n", "\r", "\t"].contains(scalar) {
            if !pasted.hasSuffix(" ") { pasted += " " }
        } else if CellWidth.of(scalar) >= 0 {
            pasted.unicodeScalars.append(scalar)
        }
    }
}
