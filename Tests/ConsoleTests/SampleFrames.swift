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
            let word = words.randomElement(using: &random) ?? ""
            // libvterm loses a mark over the last column, where its cursor does not move on.
            let last = word.unicodeScalars.count > word.count ? size.columns - 1 : size.columns
            frame.put(
                word,
                x: Int.random(in: -3..<last, using: &random),
                y: Int.random(in: 0..<size.rows, using: &random),
                style: Style(role, Bool.random(using: &random) ? .bold : [])
            )
        }
        return frame
    }

    /// A screen that is full of values: another style every few cells, and no row like the one before.
    static func dense(_ size: Size) -> Frame {
        var frame = Frame(size: size)
        for y in 0..<size.rows {
            for x in stride(from: 0, to: size.columns, by: 16) {
                let role = Role.allCases[(x / 16 + y) % Role.allCases.count]
                frame.put("⣀⣤⣶ 142/\(x % 90 + 10) 4 min ", x: x, y: y, style: Style(role), width: size.columns - x)
            }
        }
        return frame
    }
}
