import Canvas

extension Chooser {
    /// Draws what the list holds as a box over the middle of the screen.
    func draw(_ found: [Binding], into frame: inout Frame, in area: Rect, _ glyphs: Glyphs) {
        let width = min(area.width - 2, 76)
        let height = min(area.height, max(8, found.count + 4))
        let rect = Rect(x: area.x + (area.width - width) / 2, y: area.y, width: width, height: height)
        frame.fill(Rect(x: rect.x - 1, y: rect.y, width: rect.width + 2, height: rect.height), Cell())
        let title = kind == .help ? "Keys valid now" : "Commands"
        let count = found.count == 1 ? "1" : "\(found.count)"
        let inside = Panel(
            [Span(title, .title)],
            trailing: [.label(count)],
            footer: [Span("Enter", Style(.key)), .label(" runs  "), Span("Esc", Style(.key)), .label(" back")],
            isFocused: true
        ).draw(into: &frame, in: rect, glyphs)
        let prompt = kind == .help ? "type to filter: " : ": "
        let used = frame.put(
            [.label(prompt), Span(filter, Style(.draft, .underline))],
            x: inside.x,
            y: inside.y,
            width: inside.width
        )
        frame.cursor = Point(x: min(inside.right - 1, inside.x + used), y: inside.y)
        let rows = max(0, inside.height - 1)
        let first = max(0, min(selected - rows + 1, found.count - rows))
        for (row, binding) in found.dropFirst(first).prefix(rows).enumerated() {
            let isSelected = first + row == selected
            let y = inside.y + 1 + row
            let text = isSelected ? Style(.selection, .bold) : .text
            if isSelected {
                frame.fill(Rect(x: inside.x, y: y, width: inside.width, height: 1), Cell(" ", style: text))
            }
            let mark = isSelected ? String(glyphs.focus) : " "
            frame.put(mark, x: inside.x, y: y, style: text)
            frame.put(binding.shown, x: inside.x + 2, y: y, style: isSelected ? text : Style(.key, .bold), width: 9)
            frame.put(binding.help, x: inside.x + 12, y: y, style: text, width: inside.width - 12)
        }
        if found.isEmpty {
            frame.put(
                "nothing matches; Backspace widens",
                x: inside.x,
                y: inside.y + 1,
                style: .secondary,
                width: inside.width
            )
        }
    }
}
