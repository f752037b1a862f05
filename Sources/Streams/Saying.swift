import Canvas

// The one door for text to a terminal: nothing that a file or a person wrote can steer it from here.

/// Says on standard error, at once, what went wrong.
///
/// Where that takes no more, there is nobody left to tell.
package func complain(_ text: String) {
    try? StandardStream.errors.write(Array((PlainText.line(text) + "\n").utf8))
}

/// Writes a line to standard output at once.
package func say(_ line: String) throws(StreamError) {
    try say([line])
}

/// Writes lines to standard output in one piece.
package func say(_ lines: [String]) throws(StreamError) {
    try StandardStream.output.write(Array(lines.map { PlainText.line($0) + "\n" }.joined().utf8))
}

/// Writes a line of a log to standard output byte for byte, unless a terminal would obey what stands in it.
package func sayRecord(_ line: [UInt8]) throws(StreamError) {
    try sayBytes(line + [UInt8(ascii: "\n")])
}

/// Writes the lines of a file to standard output byte for byte, unless a terminal would obey what stands in them.
package func sayBytes(_ bytes: [UInt8]) throws(StreamError) {
    guard StandardStream.output.isTerminal else { return try StandardStream.output.write(bytes) }
    var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    try say(lines.map { String($0) })
}
