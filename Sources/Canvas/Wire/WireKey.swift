/// A key's form on the wire: a tag, and what that kind of key carries.
enum WireKey: UInt8 {
    case character
    case enter, escape, tab, backTab, backspace, delete
    case up, down, left, right, home, end, pageUp, pageDown
    case function, control, alt, paste, click, wheel

    static func write(_ key: Key, to writer: inout WireWriter) {
        switch key {
        case .character(let character): write(.character, character, to: &writer)
        case .control(let character): write(.control, character, to: &writer)
        case .alt(let character): write(.alt, character, to: &writer)
        case .function(let number):
            writer.byte(WireKey.function.rawValue)
            writer.byte(UInt8(clamping: number))
        case .paste(let text):
            writer.byte(WireKey.paste.rawValue)
            writer.text(text, longest: Wire.longestPaste)
        case .click(let point):
            writer.byte(WireKey.click.rawValue)
            writer.point(point)
        case .wheel(let steps, let point):
            writer.byte(WireKey.wheel.rawValue)
            writer.byte(UInt8(bitPattern: Int8(clamping: steps)))
            writer.point(point)
        case .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
            .pageDown:
            writer.byte(plain(key).rawValue)
        }
    }

    private static func write(_ tag: WireKey, _ character: Character, to writer: inout WireWriter) {
        writer.byte(tag.rawValue)
        writer.text(String(character), longest: 64)
    }

    private static func plain(_ key: Key) -> WireKey {
        switch key {
        case .enter: .enter
        case .escape: .escape
        case .tab: .tab
        case .backTab: .backTab
        case .backspace: .backspace
        case .delete: .delete
        case .up: .up
        case .down: .down
        case .left: .left
        case .right: .right
        case .home: .home
        case .end: .end
        case .pageUp: .pageUp
        case .pageDown: .pageDown
        case .character, .function, .control, .alt, .paste, .click, .wheel:
            preconditionFailure("a key with a value was written as a plain one")
        }
    }

    static func read(from reader: inout WireReader) throws(WireError) -> Key {
        let tag: WireKey = try reader.choice("key")
        switch tag {
        case .character: return .character(try character(from: &reader))
        case .control: return .control(try character(from: &reader))
        case .alt: return .alt(try character(from: &reader))
        case .function:
            let number = Int(try reader.byte())
            guard (1...12).contains(number) else { throw .value("function key") }
            return .function(number)
        case .paste: return .paste(try reader.text(longest: Wire.longestPaste, "paste"))
        case .click: return .click(try reader.point())
        case .wheel: return .wheel(Int(Int8(bitPattern: try reader.byte())), try reader.point())
        case .enter: return .enter
        case .escape: return .escape
        case .tab: return .tab
        case .backTab: return .backTab
        case .backspace: return .backspace
        case .delete: return .delete
        case .up: return .up
        case .down: return .down
        case .left: return .left
        case .right: return .right
        case .home: return .home
        case .end: return .end
        case .pageUp: return .pageUp
        case .pageDown: return .pageDown
        }
    }

    private static func character(from reader: inout WireReader) throws(WireError) -> Character {
        let text = try reader.text(longest: 64, "character")
        guard let first = text.first, text.count == 1 else { throw .value("character") }
        return first
    }
}
