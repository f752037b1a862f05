import Canvas
import Session
import Wording

/// The first row: the station, how many sessions stand where, who is typing, the time.
struct TopBar {
    let scene: Scene

    private var ward: Ward { scene.ward }
    private var surroundings: Surroundings { scene.surroundings }

    func draw(into frame: inout Frame, in rect: Rect) {
        frame.fill(rect, Cell(" ", style: Style(.bar)))
        let clock = Words.clockWithSeconds(ward.nowUTCMicros, surroundings.zone)
        var right: [Span] =
            typingWords(name: max(8, min(20, rect.width - 48))) + [Span("  \(clock) ", Style(.bar, .bold))]
        if isSimulated { right.insert(Span(" SIMULATED ", Style(.simulated, .bold)), at: 0) }
        let start = frame.put(right, endingAt: rect.right, y: rect.y)
        let room = start - 2
        let name: [Span] = [
            Span(" Vigil ", Style(.bar, .bold)),
            Span(" " + Words.clip(surroundings.stationName, max(0, min(28, room - 8))), Style(.bar)),
        ]
        let used = frame.put(name, x: rect.x, y: rect.y, width: max(0, room))
        let total: [Span] = [Span("\(ward.stays.count)", Style(.bar, .bold)), Span(" patients", Style(.bar))]
        let counts = used + 3 + self.counts.width <= room ? self.counts : total
        if used + 3 + counts.width <= room { frame.put(counts, x: rect.x + used + 3, y: rect.y, width: counts.width) }
    }

    private var isSimulated: Bool {
        surroundings.isSimulated || ward.stays.contains { $0.decided.opening?.isSimulated == true }
    }

    /// `typing: M. Okafor NURSE`, or that nobody is named.
    private func typingWords(name width: Int) -> [Span] {
        guard let typing = scene.typing else {
            return [Span(" typing: nobody, press u ", Style(.caution, [.bold, .reverse]))]
        }
        return [
            Span("  typing: ", Style(.bar)),
            Span("\(Words.clip(typing.name, width)) \(typing.role.rawValue.uppercased())", Style(.bar, .bold)),
        ]
    }

    /// `3 infusing  1 paused`, only what there is.
    private var counts: [Span] {
        let words: [(Phase, String)] = [
            (.screening, "screening"), (.ready, "ready"), (.dosing, "infusing"), (.paused, "paused"),
            (.observing, "observing"), (.dischargeReady, "ready to leave"), (.discharged, "to close"),
        ]
        var line: [Span] = []
        for (phase, word) in words {
            let count = ward.stays.count { $0.phase == phase }
            guard count > 0 else { continue }
            line.append(Span("\(line.isEmpty ? "" : "  ")\(count)", Style(.bar, .bold)))
            line.append(Span(" \(word)", Style(.bar)))
        }
        return line
    }
}
