import Canvas

/// A frame as text that a person can review: its glyphs, its styles as letters, and what the letters mean.
struct FrameText {
    let frame: Frame
    /// The letters that an earlier text gave to styles, by the words for each: they keep them, so that a role more moves
    /// no letter.
    var kept: [String: Character] = [:]

    var text: String { ([glyphs, styles, legend].map { $0.joined(separator: "\n") }).joined(separator: "\n") + "\n" }

    /// The rows as drawn, with a bar at the right edge and the cursor's place below.
    private var glyphs: [String] {
        var lines = ["== glyphs \(frame.size.columns)x\(frame.size.rows) =="]
        for y in 0..<frame.size.rows { lines.append((0..<frame.size.columns).map { frame[$0, y].text }.joined() + "│") }
        lines.append("cursor " + (frame.cursor.map { "\($0.x),\($0.y)" } ?? "hidden"))
        return lines
    }

    private var styles: [String] {
        let letters = letters
        return ["== styles =="]
            + (0..<frame.size.rows).map { y in
                (0..<frame.size.columns).map { String(letters[frame[$0, y].style] ?? "?") }.joined()
            }
    }

    private var legend: [String] {
        ["== legend =="] + letters.sorted { $0.value < $1.value }.map { "\($0.value) \(Self.words($0.key))" }
    }

    /// A letter for each style: the one it had, else the next free one in the order of the roles.
    private var letters: [Style: Character] {
        var used: Set<Style> = []
        for cell in frame.cells { used.insert(cell.style) }
        let ordered = used.sorted {
            ($0.role.rawValue, $0.emphasis.rawValue) < ($1.role.rawValue, $1.emphasis.rawValue)
        }
        let alphabet = ".abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
        let taken = Set(kept.values)
        var free = alphabet.filter { !taken.contains($0) }[...]
        var letters: [Style: Character] = [:]
        for style in ordered { letters[style] = kept[Self.words(style)] ?? free.popFirst() }
        return letters
    }

    /// The letters of the legend at the end of a text.
    static func legend(of text: String) -> [String: Character] {
        let lines = text.split(separator: "\n").drop { $0 != "== legend ==" }.dropFirst()
        return Dictionary(lines.compactMap { line in line.first.map { (String(line.dropFirst(2)), $0) } }) { $1 }
    }

    private static func words(_ style: Style) -> String {
        var words = ["\(style.role)"]
        if style.emphasis.contains(.bold) { words.append("bold") }
        if style.emphasis.contains(.underline) { words.append("underline") }
        if style.emphasis.contains(.reverse) { words.append("reverse") }
        if style.emphasis.contains(.struck) { words.append("struck") }
        return words.joined(separator: " ")
    }
}
