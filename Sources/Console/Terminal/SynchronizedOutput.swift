import CNcurses
import Glibc

/// Whether the terminal can hold back its picture until a frame is complete (private mode 2026).
enum SynchronizedOutput {
    private static let timeoutMillis = 100

    /// Asks the terminal, with a question behind it that every terminal answers, so that the wait is short.
    ///
    /// What a person typed meanwhile is put back for the key reader.
    static func isSupported() -> Bool {
        Terminal.steer("\u{1B}[?2026$p\u{1B}[c")
        var answer: [UInt8] = []
        let begin = monotonicMillis()
        while true {
            let left = timeoutMillis - (monotonicMillis() - begin)
            var waiting = pollfd(fd: Terminal.input, events: Int16(POLLIN), revents: 0)
            guard left > 0, poll(&waiting, 1, Int32(left)) > 0 else { break }
            var buffer = [UInt8](repeating: 0, count: 256)
            let count = buffer.withUnsafeMutableBytes { read(Terminal.input, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            answer += buffer[..<count]
            if split(answer).hasFence { break }
        }
        let result = split(answer)
        for byte in result.rest.reversed() { ungetch(Int32(byte)) }
        return result.mode.map { [1, 2, 3].contains($0) } ?? false
    }

    /// Parts the answers from what was typed: the mode's state, whether the fence came, and the rest.
    static func split(_ bytes: [UInt8]) -> (mode: Int?, hasFence: Bool, rest: [UInt8]) {
        var mode: Int?
        var hasFence = false
        var rest: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard let end = endOfReport(bytes, from: index) else {
                rest.append(bytes[index])
                index += 1
                continue
            }
            let text = String(decoding: bytes[index...end], as: UTF8.self)
            if text.hasSuffix("c") { hasFence = true }
            if text.hasPrefix("\u{1B}[?2026;"), text.hasSuffix("$y") { mode = Int(text.dropFirst(8).dropLast(2)) }
            index = end + 1
        }
        return (mode, hasFence, rest)
    }

    /// The end of a report `ESC [ ? ... c` or `... y` that begins at a place; nil where none does.
    private static func endOfReport(_ bytes: [UInt8], from start: Int) -> Int? {
        guard bytes[start...].starts(with: [0x1B, 0x5B, 0x3F]) else { return nil }
        for index in (start + 3)..<max(start + 3, bytes.count) {
            switch bytes[index] {
            case 0x20...0x3F: continue
            case UInt8(ascii: "c"), UInt8(ascii: "y"): return index
            default: return nil
            }
        }
        return nil
    }
}
