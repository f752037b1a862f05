import Canvas

/// A box with words in its border: a title at the left, a remark at the right, a second remark below.
struct Panel {
    var title: [Span]
    var trailing: [Span] = []
    var footer: [Span] = []
    var isFocused = false

    init(_ title: [Span], trailing: [Span] = [], footer: [Span] = [], isFocused: Bool = false) {
        self.title = title
        self.trailing = trailing
        self.footer = footer
        self.isFocused = isFocused
    }

    init(_ title: String, trailing: [Span] = []) {
        self.init([Span(title, .title)], trailing: trailing)
    }

    /// Draws the box and returns the room inside, one column away from the border.
    @discardableResult
    func draw(into frame: inout Frame, in rect: Rect, _ glyphs: Glyphs) -> Rect {
        guard rect.width >= 4, rect.height >= 2 else { return rect }
        let style = isFocused ? Style(.focus) : .decor
        let right = rect.right - 1
        let bottom = rect.bottom - 1
        frame.rule(glyphs.horizontal, x: rect.x + 1, y: rect.y, width: rect.width - 2, style: style)
        frame.rule(glyphs.horizontal, x: rect.x + 1, y: bottom, width: rect.width - 2, style: style)
        for y in rect.y + 1..<max(rect.y + 1, bottom) {
            // The sides stay as they are: with its neighbour's border each row would change colours twice.
            frame[rect.x, y] = Cell(glyphs.vertical, style: .decor)
            frame[right, y] = Cell(glyphs.vertical, style: .decor)
        }
        frame[rect.x, rect.y] = Cell(glyphs.topLeft, style: style)
        frame[right, rect.y] = Cell(glyphs.topRight, style: style)
        frame[rect.x, bottom] = Cell(glyphs.bottomLeft, style: style)
        frame[right, bottom] = Cell(glyphs.bottomRight, style: style)
        let used = words(title, into: &frame, x: rect.x + 2, y: rect.y, width: rect.width - 4)
        let room = rect.width - 5 - used
        if !trailing.isEmpty, trailing.width + 2 <= room {
            words(trailing, into: &frame, x: right - trailing.width - 3, y: rect.y, width: trailing.width + 2)
        }
        words(footer, into: &frame, x: rect.x + 2, y: bottom, width: rect.width - 4)
        return rect.inset(left: 2, top: 1, right: 2, bottom: 1)
    }

    /// Draws words in a border with a space on either side and returns the cells they took.
    @discardableResult
    private func words(_ line: [Span], into frame: inout Frame, x: Int, y: Int, width: Int) -> Int {
        guard !line.isEmpty, width > 2 else { return 0 }
        let used = frame.put([Span(" ")] + line, x: x, y: y, width: width - 1)
        frame.put(" ", x: x + used, y: y)
        return used + 1
    }
}
