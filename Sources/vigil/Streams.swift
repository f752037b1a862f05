import Glibc

/// Says on stderr, at once, what went wrong.
func complain(_ text: String) {
    put(text + "\n", on: 2)
}

/// Writes a line to standard output at once, so that a pipe sees it.
func say(_ line: String) {
    put(line + "\n", on: 1)
}

/// Writes all of a text; a descriptor that takes no more ends it.
private func put(_ text: String, on descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return }
        rest = rest.dropFirst(count)
    }
}
