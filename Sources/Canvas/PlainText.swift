/// Text from anywhere, without the characters that are never drawn: control, bidi, zero-width joiners.
package enum PlainText {
    /// The text in one line: what breaks a line becomes a space.
    package static func line(_ text: String) -> String {
        // Most text is plain ASCII, and every picture says a lot of it.
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\n" || scalar == "\t" || scalar == "\r" {
                kept.append(" ")
            } else if CellWidth.of(scalar) >= 0 {
                kept.append(scalar)
            }
        }
        return String(kept)
    }
}
