import Canvas
import Session

/// One parameter over time: readings as marks that are never joined, limits as dotted lines, clipping marked.
struct TrendLane {
    let parameter: Parameter
    /// The sets that stand in the plot.
    let sets: [VitalsSet]
    let limits: AlarmLimits?
    let glyphs: Glyphs
    let scale: TrendScale
    private let range: ClosedRange<Int>
    private let ink: Role

    init(parameter: Parameter, sets: [VitalsSet], limits: AlarmLimits?, glyphs: Glyphs, scale: TrendScale) {
        self.parameter = parameter
        self.sets = sets
        self.limits = limits
        self.glyphs = glyphs
        self.scale = scale
        range = parameter.plotRange
        ink = parameter.laneRole
    }

    /// A value's dot row; the range is fixed for each parameter, the same for every patient.
    func row(_ value: Int, _ dots: Int) -> Int {
        let span = range.upperBound - range.lowerBound
        let clipped = max(range.lowerBound, min(range.upperBound, value))
        return (dots - 1) - ((clipped - range.lowerBound) * (dots - 1) + span / 2) / span
    }

    /// Draws the lane into the plot's room; the labels stand left of it.
    func draw(into frame: inout Frame, in plot: Rect) {
        var grid = DotGrid(plot)
        for limit in drawnLimits where range.contains(limit) {
            let y = row(limit, grid.dotsDown)
            for x in stride(from: 0, to: grid.dotsAcross, by: 4) { grid.set(x, y, Style(.decor), mark: "-") }
        }
        var clipped: [VitalsSet] = []
        // Of many sets in one column most fall on the same dots: those are drawn once.
        var drawn: Set<Mark> = []
        for set in sets {
            guard let value = set.vitals.value(parameter) else { continue }
            if let mark = mark(set, value, grid), drawn.insert(mark).inserted { put(mark, into: &grid) }
            if !range.contains(value) { clipped.append(set) }
        }
        grid.draw(into: &frame, glyphs)
        for set in clipped { drawClipping(set, into: &frame, in: plot) }
    }

    /// The limits that ask for an answer: medium, above and below.
    var drawnLimits: [Int] { [limits?.mediumAtOrAbove, limits?.mediumBelow].compactMap { $0 } }

    /// Where a set stands: its column of dots, and its rows; of a single reading both are the same.
    private struct Mark: Hashable {
        var x: Int
        var top: Int
        var bottom: Int
        /// Whether it is a pressure, of which the bar and both ends are drawn.
        var isBar: Bool

        /// Dots are few: one number tells marks apart, and is hashed at once.
        func hash(into hasher: inout Hasher) { hasher.combine((x << 32) ^ (top << 16) ^ bottom) }
    }

    private func mark(_ set: VitalsSet, _ value: Int, _ grid: DotGrid) -> Mark? {
        guard let x = scale.dot(set.observedSessionMicros, across: grid.dotsAcross) else { return nil }
        let left = x / 2 * 2
        let y = row(value, grid.dotsDown)
        guard parameter == .systolicMmHg, let lower = set.vitals.value(.diastolicMmHg) else {
            return Mark(x: left, top: y, bottom: y, isBar: false)
        }
        return Mark(x: left, top: y, bottom: row(lower, grid.dotsDown), isBar: true)
    }

    private func put(_ mark: Mark, into grid: inout DotGrid) {
        let style = Style(ink, .bold)
        let left = mark.x
        if mark.isBar {
            for y in min(mark.top, mark.bottom)...max(mark.top, mark.bottom) {
                grid.set(left, y, style, mark: "|")
            }
            // The ends are two dots wide, so that both pressures can be told from the bar between them.
            for dot in [left, left + 1] {
                grid.set(dot, mark.bottom, style, mark: "^")
                grid.set(dot, mark.top, style, mark: "v")
            }
            return
        }
        let y = mark.top
        let lower = y + 1 < grid.dotsDown ? y + 1 : y - 1
        for dot in [left, left + 1] {
            grid.set(dot, y, style, mark: "*")
            // Two dots high where both stand in one cell: a single row of dots has too little ink.
            if lower / 4 == y / 4 { grid.set(dot, lower, style, mark: "*") }
        }
    }

    /// A reading beyond the range keeps its number, beside a mark at the edge it left by.
    private func drawClipping(_ set: VitalsSet, into frame: inout Frame, in plot: Rect) {
        guard let value = set.vitals.value(parameter),
            let dot = scale.dot(set.observedSessionMicros, across: plot.width * 2)
        else { return }
        let isAbove = value > range.upperBound
        let text = String(isAbove ? glyphs.clippedAbove : glyphs.clippedBelow) + parameter.text(value)
        let y = isAbove ? plot.y : plot.bottom - 1
        let x = min(plot.x + dot / 2, plot.right - text.count)
        frame.put(
            text,
            x: max(plot.x, x),
            y: y,
            style: Style(ink, [.bold, .reverse]),
            width: plot.width
        )
    }
}
