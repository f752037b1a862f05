import Canvas
import Session

/// One chair: timers, what is needed next, the flowsheet, the trends and the entries.
struct SessionScreen {
    let glance: Glance
    let surroundings: Surroundings
    let selectedEntry: Int?

    func draw(into frame: inout Frame, in area: Rect) {
        let layout = SessionLayout(area, figureRows: Flowsheet.rows(glance))
        TimerPanel(glance: glance, surroundings: surroundings).draw(into: &frame, in: layout.timers)
        NextPanel(glance: glance, surroundings: surroundings).draw(into: &frame, in: layout.next)
        Flowsheet(glance: glance, surroundings: surroundings).draw(into: &frame, in: layout.flowsheet)
        TrendPanel(glance: glance, surroundings: surroundings).draw(into: &frame, in: layout.trends)
        drawEntries(into: &frame, in: layout.entries)
    }

    private func drawEntries(into frame: inout Frame, in rect: Rect) {
        guard rect.height >= 3 else { return }
        let count = glance.session.entries.count
        let inside = Panel(
            [Span("Entries", .title)],
            trailing: [.label("newest first, \(count)")],
            isFocused: selectedEntry != nil
        ).draw(into: &frame, in: rect, surroundings.glyphs)
        EntryList(glance: glance, surroundings: surroundings)
            .draw(
                into: &frame,
                in: Rect(x: inside.x - 1, y: inside.y, width: inside.width + 1, height: inside.height),
                selected: selectedEntry
            )
    }
}
