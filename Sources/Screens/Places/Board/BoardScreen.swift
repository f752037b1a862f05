import Canvas
import Session

/// All chairs at once.
struct BoardScreen {
    let ward: Ward
    let surroundings: Surroundings
    let focus: Seating.Spot?

    func draw(into frame: inout Frame, in area: Rect) {
        let layout = BoardLayout(Seating(ward), in: area)
        for slot in layout.slots {
            if let stay = slot.stay {
                tile(stay, slot).draw(into: &frame, in: slot.rect)
            } else {
                drawEmpty(slot, into: &frame)
            }
            if slot.spot == focus { frame.cursor = Point(x: slot.rect.x, y: slot.rect.y) }
        }
        if let title = layout.waitingTitle { drawWaiting(into: &frame, in: title) }
        if let title = layout.emptyTitle { drawEmptyChairs(layout.emptyChairs, into: &frame, in: title) }
        let below = layout.slots.map(\.rect.bottom).max() ?? area.y
        if ward.stays.isEmpty { drawWelcome(into: &frame, in: area.inset(top: below - area.y)) }
    }

    private func tile(_ stay: Stay, _ slot: BoardLayout.Slot) -> Tile {
        Tile(
            glance: stay.glance,
            alert: ward.nameAlert(of: stay),
            isFocused: slot.spot == focus,
            surroundings: surroundings
        )
    }

    /// A chair nobody sits in: its name, and how to check a patient in once it is chosen.
    private func drawEmpty(_ slot: BoardLayout.Slot, into frame: inout Frame) {
        guard case .chair(let chair) = slot.spot else { return }
        let isFocused = slot.spot == focus
        let glyphs = surroundings.glyphs
        let style = isFocused ? Style(.focus, .bold) : .secondary
        guard slot.rect.height >= 7 else {
            frame.put((isFocused ? String(glyphs.focus) : " ") + chair, x: slot.rect.x, y: slot.rect.y, style: style)
            frame.put("empty", endingAt: slot.rect.right - 1, y: slot.rect.y, style: .decor)
            return
        }
        let box = slot.rect
        let inside = Panel([Span(chair, style)], trailing: [Span("empty", .decor)], isFocused: isFocused)
            .draw(into: &frame, in: box, glyphs)
        if isFocused {
            frame[box.x + 1, box.y] = Cell(glyphs.focus, style: style)
            frame.put(
                [Span("c", Style(.key, .bold)), .label("  check a patient in")],
                x: inside.x,
                y: inside.y + 1,
                width: inside.width
            )
        }
    }

    private func drawWaiting(into frame: inout Frame, in rect: Rect) {
        frame.rule(surroundings.glyphs.horizontal, x: rect.x, y: rect.y, width: rect.width)
        let live = ward.stays.contains { $0.phase.isLive && $0.chair == nil }
        let ended = ward.stays.contains { !$0.phase.isLive }
        let words = (live ? "WAITING for a chair" : "") + (live && ended ? ", " : "") + (ended ? "TO CLOSE" : "")
        frame.put(" \(words.isEmpty ? "WAITING" : words) ", x: rect.x + 2, y: rect.y, style: .title)
    }

    private func drawEmptyChairs(_ chairs: [String], into frame: inout Frame, in rect: Rect) {
        var line: [Span] = [.label(" empty: ")]
        for chair in chairs {
            let isFocused = focus == .chair(chair)
            let mark = isFocused ? String(surroundings.glyphs.focus) : ""
            line.append(Span(mark + chair + "  ", isFocused ? Style(.focus, .bold) : .secondary))
        }
        frame.put(line, x: rect.x, y: rect.y, width: rect.width)
    }

    /// What to do first on a station without a patient.
    private func drawWelcome(into frame: inout Frame, in area: Rect) {
        guard area.height >= 3 else { return }
        let lines: [[Span]] = [
            [Span("No patient is checked in.", .title)],
            [
                .label("Press "), Span("c", Style(.key, .bold)), .label(" to check one in, "),
                Span("?", Style(.key, .bold)), .label(" for all keys."),
            ],
        ]
        for (row, line) in lines.enumerated() {
            frame.put(
                line,
                x: area.x + max(1, (area.width - line.width) / 2),
                y: area.y + (area.height - lines.count) / 2 + row,
                width: area.width
            )
        }
    }
}
