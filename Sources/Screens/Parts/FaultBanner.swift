import Canvas
import Wording

/// What is wrong with the station, loud, on every screen, until it is mended.
struct FaultBanner {
    let faults: [Fault]

    func draw(into frame: inout Frame, in rect: Rect) {
        // Grave faults first; those that have no row of their own are counted in the last.
        let ordered = faults.filter(\.isGrave) + faults.filter { !$0.isGrave }
        for (row, fault) in ordered.prefix(rect.height).enumerated() {
            let style = Style(fault.isGrave ? .fault : .caution, .bold)
            let y = rect.y + row
            if fault.isGrave {
                frame.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), Cell(" ", style: style))
            }
            let hidden = row == rect.height - 1 ? ordered.count - rect.height : 0
            let more = hidden > 0 ? "  (+\(hidden) more)" : ""
            let words = "\(fault.headline): \(Words.clean(fault.detail))"
            frame.put(
                " " + Words.clip(words, rect.width - 2 - more.count) + more,
                x: rect.x,
                y: y,
                style: style,
                width: rect.width
            )
        }
    }
}
