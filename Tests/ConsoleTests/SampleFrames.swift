import Canvas

/// Frames for a console to show.
enum SampleFrames {
    /// Every role in words, and everything a name may hold.
    static func roles(_ size: Size) -> Frame {
        var frame = Frame(size: size)
        for (index, role) in Role.allCases.enumerated() {
            let x = index % 3 * 26
            let y = index / 3
            frame.put("\(role) 142/88", x: x, y: y, style: Style(role))
        }
        frame.put("┌─ ⣀⣤⣶⣿ ━╌ ✓ ✗ ▸", x: 0, y: 12, style: .decor)
        frame.put("日本 太郎, Zoe\u{301} Ñandú", x: 0, y: 13, style: .title)
        frame.put("on the bar", x: 0, y: 14, style: Style(.good, .onBar))
        frame.put("selected", x: 20, y: 14, style: Style(.note, [.onSelection, .bold]))
        frame.put("under", x: 40, y: 14, style: Style(.text, .underline))
        frame.put("corner", endingAt: size.columns, y: size.rows - 1, style: Style(.caution))
        frame.cursor = Point(x: 5, y: 13)
        return frame
    }

    /// Random words in random styles at random places.
    static func random(_ size: Size, from old: Frame?, using random: inout some RandomNumberGenerator) -> Frame {
        var frame = old ?? Frame(size: size)
        let words = ["120/80", "日本", "e\u{301}", "INFUSING", "⣿⣶", "  ", "x", "—", "한글 이름"]
        for _ in 0..<Int.random(in: 1...40, using: &random) {
            let role = Role.allCases.randomElement(using: &random) ?? .text
            frame.put(
                words.randomElement(using: &random) ?? "",
                x: Int.random(in: -3..<size.columns, using: &random),
                y: Int.random(in: 0..<size.rows, using: &random),
                style: Style(role, Bool.random(using: &random) ? .bold : [])
            )
        }
        return frame
    }

    /// The dearest frame: another style and letter in every cell.
    static func dense(_ size: Size) -> Frame {
        var frame = Frame(size: size)
        for y in 0..<size.rows {
            for x in stride(from: 0, to: size.columns, by: 8) {
                let role = Role.allCases[(x / 8 + y) % Role.allCases.count]
                frame.put("⣀⣤ 14\(x % 10) a", x: x, y: y, style: Style(role), width: min(8, size.columns - x))
            }
        }
        return frame
    }
}
