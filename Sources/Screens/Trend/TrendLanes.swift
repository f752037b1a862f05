import Canvas
import Session
import Wording

/// The lanes of blood pressure, heart rate and oxygen saturation over one time axis.
struct TrendLanes {
    let glance: Glance
    let surroundings: Surroundings

    private static let labelWidth = 5
    private static let valueWidth = 8

    func draw(into frame: inout Frame, in rect: Rect) {
        let scale = scale(width: rect.width)
        let columns = rect.width - Self.labelWidth - Self.valueWidth
        let plot = Rect(x: rect.x + Self.labelWidth, y: rect.y, width: columns, height: max(0, rect.height - 1))
        // Looked up once for all lanes; what is older than the plot is not.
        var sets: [VitalsSet] = []
        for set in glance.sets.from(scale.firstMicros) { sets.append(set) }
        var y = plot.y
        for (lane, height) in zip(lanes, heights(plot.height)) where height > 0 {
            let room = Rect(x: plot.x, y: y, width: plot.width, height: height)
            drawFrame(lane, into: &frame, in: room)
            TrendLane(
                parameter: lane,
                sets: sets,
                limits: glance.session.rules.limits[lane],
                glyphs: surroundings.glyphs,
                scale: scale
            ).draw(into: &frame, in: room)
            y += height
        }
        drawTimes(into: &frame, in: Rect(x: plot.x, y: rect.bottom - 1, width: plot.width, height: 1), scale)
    }

    /// The time axis of lanes so wide, labels and figures included.
    func scale(width: Int) -> TrendScale {
        TrendScale(
            columns: width - Self.labelWidth - Self.valueWidth,
            nowSessionMicros: glance.now.sessionMicros
        )
    }

    private let lanes: [Parameter] = [.systolicMmHg, .heartRatePerMin, .spo2Percent]

    /// The rows of each lane: pressure gets half; with little room the last lanes give way.
    private func heights(_ rows: Int) -> [Int] {
        if rows < 4 { return [rows, 0, 0] }
        if rows < 6 { return [rows - 2, 2, 0] }
        let other = max(2, rows / 4)
        return [rows - 2 * other, other, other]
    }

    /// The axis with the range's ends at the left, the newest figure at the right.
    private func drawFrame(_ lane: Parameter, into frame: inout Frame, in room: Rect) {
        let range = lane.plotRange
        let glyphs = surroundings.glyphs
        for row in 0..<room.height {
            let isEnd = row == 0 || row == room.height - 1
            // A tick stands in the style of its number, so that the two are drawn as one.
            frame[room.x - 1, room.y + row] =
                isEnd ? Cell(glyphs.axisTick, style: .secondary) : Cell(glyphs.axis, style: .decor)
        }
        frame.put("\(range.upperBound)", endingAt: room.x - 1, y: room.y, style: .secondary)
        if room.height > 1 {
            frame.put("\(range.lowerBound)", endingAt: room.x - 1, y: room.bottom - 1, style: .secondary)
        }
        drawLimits(lane, into: &frame, in: room)
        let label = lane == .systolicMmHg ? "BP" : lane.label
        frame.put(label, x: room.right + 1, y: room.y, style: Style(lane.laneRole))
        var value = "--"
        if let latest = glance.latest(lane) {
            value = Words.short(latest.reading, of: lane)
            if lane == .systolicMmHg { value = glance.pressure ?? value }
        }
        if room.height > 1 {
            frame.put(Words.clip(value, 7), x: room.right + 1, y: room.y + 1, style: Style(lane.laneRole, .bold))
        }
    }

    /// The limits' numbers at the axis, where the lane is tall enough for them.
    private func drawLimits(_ lane: Parameter, into frame: inout Frame, in room: Rect) {
        guard room.height >= 5 else { return }
        let plotted = TrendLane(
            parameter: lane,
            sets: [],
            limits: glance.session.rules.limits[lane],
            glyphs: surroundings.glyphs,
            scale: TrendScale(columns: room.width, nowSessionMicros: 0)
        )
        for limit in plotted.drawnLimits where lane.plotRange.contains(limit) {
            let y = room.y + plotted.row(limit, room.height * 4) / 4
            guard y > room.y, y < room.bottom - 1 else { continue }
            frame[room.x - 1, y] = Cell(surroundings.glyphs.axisTick, style: .decor)
            frame.put("\(limit)", endingAt: room.x - 1, y: y, style: Style(.alarmMediumText))
        }
    }

    /// Round times under the plot.
    private func drawTimes(into frame: inout Frame, in row: Rect, _ scale: TrendScale) {
        let step = [5, 10, 15, 30, 60, 120].first { $0 / scale.minutesPerColumn >= 8 } ?? 240
        var free = row.x
        for column in 0..<row.width {
            let start = scale.firstMicros + Int64(column) * scale.microsPerColumn
            let local = glance.zone.local(glance.utc(ofSession: start))
            // The session's minutes need not be the clock's: a tick stands in the column that the round time falls in.
            let minute = local.secondOfDay / 60
            let isRound = minute % step == 0
            guard isRound || (minute + scale.minutesPerColumn - 1) / step > minute / step else { continue }
            let round = (isRound ? minute : (minute / step + 1) * step) % 1440
            let text = CivilDate.padded(round / 60, 2) + ":" + CivilDate.padded(round % 60, 2)
            guard row.x + column >= free, row.x + column + text.count <= row.right else { continue }
            frame.put(text, x: row.x + column, y: row.y, style: .secondary)
            free = row.x + column + text.count + 1
        }
    }
}
