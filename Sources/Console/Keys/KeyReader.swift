import CNcurses
import CPlatform
import Canvas
import Glibc

/// Reads the terminal library's keys.
enum KeyReader {
    private static let pasteBegins: Int32 = 0x7001
    private static let pasteEnds: Int32 = 0x7002
    /// Behind it, the character a number block key stands for.
    private static let numberBlock: Int32 = 0x7100

    /// Teaches the library what its descriptions leave out: the marks of a paste, and the number block.
    static func defineKeys() {
        define_key("\u{1B}[200~", pasteBegins)
        define_key("\u{1B}[201~", pasteEnds)
        for (last, character) in KeyTable.numberBlock {
            guard let value = character.asciiValue else { continue }
            define_key("\u{1B}O\(last)", numberBlock + Int32(value))
        }
    }

    /// Reads until nothing waits: the library reads ahead into a queue that poll cannot see.
    static func drain(_ window: UnsafeMutablePointer<WINDOW>, _ decoder: inout KeyDecoder) -> [Key] {
        var keys: [Key] = []
        while true {
            var value = wint_t()
            let result = wget_wch(window, &value)
            guard result != ERR else { break }
            let input = result == KEY_CODE_YES ? meaning(Int32(value)) : Unicode.Scalar(value).map { .scalar($0) }
            if let input, let key = decoder.take(input) { keys.append(key) }
        }
        if let key = decoder.settle(isLate: false) { keys.append(key) }
        return keys
    }

    private static func meaning(_ code: Int32) -> KeyDecoder.Input? {
        if code == pasteBegins { return .pasteBegins }
        if code == pasteEnds { return .pasteEnds }
        if (numberBlock..<(numberBlock + 128)).contains(code) {
            return .key(.character(Character(Unicode.Scalar(UInt8(code - numberBlock)))))
        }
        if code == KEY_MOUSE { return mouse().map { .key($0) } }
        return key(code).map { .key($0) }
    }

    private static func key(_ code: Int32) -> Key? {
        switch code {
        case KEY_UP, KEY_SR: return .up
        case KEY_DOWN, KEY_SF: return .down
        case KEY_LEFT, KEY_SLEFT: return .left
        case KEY_RIGHT, KEY_SRIGHT: return .right
        case KEY_HOME, KEY_FIND, KEY_SHOME, KEY_A1: return .home
        case KEY_END, KEY_SELECT, KEY_SEND, KEY_C1: return .end
        case KEY_PPAGE, KEY_A3: return .pageUp
        case KEY_NPAGE, KEY_C3: return .pageDown
        case KEY_ENTER: return .enter
        case KEY_BTAB: return .backTab
        case KEY_BACKSPACE: return .backspace
        case KEY_DC: return .delete
        case KEY_B2: return .character("5")
        default:
            if let number = (1...12).first(where: { nc_key_f(Int32($0)) == code }) { return .function(number) }
            return named(code)
        }
    }

    /// Keys with Shift, Alt or Control held have names such as kUP5 and no fixed codes.
    private static func named(_ code: Int32) -> Key? {
        guard let name = keyname(code) else { return nil }
        let names: [(String, Key)] = [
            ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home), ("kEND", .end),
            ("kPRV", .pageUp), ("kNXT", .pageDown), ("kDC", .delete), ("kpADD", .character("+")),
            ("kpSUB", .character("-")), ("kpMUL", .character("*")), ("kpDIV", .character("/")),
            ("kpDOT", .character(".")), ("kpCMA", .character(",")), ("kpZRO", .character("0")),
        ]
        let text = String(cString: name)
        return names.first { text.hasPrefix($0.0) }?.1
    }

    private static func mouse() -> Key? {
        var event = MEVENT()
        guard getmouse(&event) == OK else { return nil }
        let point = Point(x: Int(event.x), y: Int(event.y))
        if nc_is_click(event.bstate) != 0 { return .click(point) }
        if nc_is_wheel_up(event.bstate) != 0 { return .wheel(-1, point) }
        if nc_is_wheel_down(event.bstate) != 0 { return .wheel(1, point) }
        return nil
    }
}
