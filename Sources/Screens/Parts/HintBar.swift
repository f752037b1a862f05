import Canvas

/// The last row: the keys that are valid now, as many as fit; the last is always how to see all.
struct HintBar {
    let hints: [Hint]
    /// What stands at the right whatever else is cut.
    let last: Hint?

    func draw(into frame: inout Frame, in rect: Rect) {
        frame.fill(rect, Cell(" ", style: Style(.bar)))
        var right = rect.right
        if let last {
            let words = spans(last)
            right = frame.put(words, endingAt: rect.right - 1, y: rect.y) - 1
        }
        var x = rect.x + 1
        for hint in hints {
            let words = spans(hint)
            guard x + words.width <= right else { break }
            x += frame.put(words, x: x, y: rect.y, width: words.width) + 2
        }
    }

    private func spans(_ hint: Hint) -> [Span] {
        [Span(hint.key, Style(.key, .bold)), Span(" " + hint.words, Style(.bar))]
    }
}
