import Canvas
import Session
import Wording

/// What a terminal too small for the Board shows: one clear message, and whatever is alarming or due.
struct TinyScreen {
    let ward: Ward

    func draw(into frame: inout Frame) {
        let size = frame.size
        guard size.columns > 0, size.rows > 0 else { return }
        let need = "\(DeskRooms.smallest.columns)x\(DeskRooms.smallest.rows)"
        var lines: [[Span]] = ward.faults.filter(\.isGrave).map { [Span($0.headline, Style(.fault, .bold))] }
        lines.append([Span("Vigil needs \(need), this is \(size.columns)x\(size.rows).", .title)])
        lines.append([.label("Make the window larger; nothing is lost.")])
        let glances = ward.stays.filter { $0.phase.isLive }.map(\.glance)
        for glance in glances where !glance.alarms.isEmpty { lines.append(who(glance) + glance.alarmLine) }
        for glance in glances where isPressing(glance) {
            let line = who(glance) + glance.waitingLine
            let brief = [Span(glance.place + " ", Style(.focus, .bold))] + glance.waitingLine
            lines.append(line.width <= size.columns ? line : brief)
        }
        for (row, line) in lines.prefix(size.rows).enumerated() { frame.put(line, x: 0, y: row, width: size.columns) }
    }

    private func who(_ glance: Glance) -> [Span] {
        [Span(glance.place + " ", Style(.focus, .bold)), Span(Words.clip(glance.name, 12) + " ", .title)]
    }

    /// Whether something is due now, or a dose waits for its confirmation.
    private func isPressing(_ glance: Glance) -> Bool {
        let isDue = [glance.vitalsDue, glance.dissociationDue].contains { $0.map { $0.state != .notYet } ?? false }
        return isDue || glance.dose?.isCompleteByCalculation == true || glance.phase == .paused
    }
}
