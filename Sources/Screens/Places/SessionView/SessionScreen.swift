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
        let list = EntryList(glance: glance, surroundings: surroundings)
        let room = rect.inset(left: 1, top: 1, right: 2, bottom: 1)
        let above = list.newerAbove(in: room, selected: selectedEntry)
        let trailing: Span = above > 0 ? Span("\(above) newer above", Style(.caution, .bold)) : .label("newest first")
        Panel([Span("Entries", .title)], trailing: [trailing, .label(", \(count)")], isFocused: selectedEntry != nil)
            .draw(into: &frame, in: rect, surroundings.glyphs)
        list.draw(into: &frame, in: room, selected: selectedEntry)
    }
}
