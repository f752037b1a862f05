import Canvas
import Session

/// The trends in a box, with the legend in its border.
struct TrendPanel {
    let glance: Glance
    let surroundings: Surroundings

    func draw(into frame: inout Frame, in rect: Rect) {
        guard rect.height >= 5, rect.width >= 30 else { return }
        let lanes = TrendLanes(glance: glance, surroundings: surroundings)
        let minutes = lanes.scale(width: rect.width - 4).minutesPerColumn
        let inside = Panel([Span("Trends", .title)], trailing: [.label("\(minutes) min a column, dotted: limits")])
            .draw(into: &frame, in: rect, surroundings.glyphs)
        lanes.draw(into: &frame, in: inside)
    }
}
