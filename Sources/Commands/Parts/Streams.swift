import Glibc
import Wording

/// Says on stderr, at once, what went wrong.
func complain(_ text: String) {
    put(Words.clean(text) + "\n", on: 2)
}

/// Writes a line to standard output at once, so that a pipe sees it; without what would steer a terminal.
func say(_ line: String) {
    put(Words.clean(line) + "\n", on: 1)
}

/// Writes a line of a log to standard output byte for byte, unless a terminal would obey what stands in it.
func sayRecord(_ line: [UInt8]) {
    let text = String(decoding: line, as: UTF8.self)
    if isatty(1) == 1 { return say(text) }
    put(line + [UInt8(ascii: "\n")], on: 1)
}

/// Writes all of a text; a descriptor that takes no more ends it.
private func put(_ text: String, on descriptor: Int32) {
    put(Array(text.utf8), on: descriptor)
}

private func put(_ bytes: [UInt8], on descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return }
        rest = rest.dropFirst(count)
    }
}
