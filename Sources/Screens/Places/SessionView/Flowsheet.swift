import Canvas
import Session
import Wording

/// The sheet of vitals: a row for each parameter, a column for each time, newest at the right.
struct Flowsheet {
    let glance: Glance
    let surroundings: Surroundings

    private static let labelWidth = 8
    /// The narrowest column; one with a longer figure is as wide as that figure needs, because a clipped number is wrong.
    private static let narrowestColumn = 9
    /// Sets and notes this close together stand in one column.
    private static let togetherMicros = 2 * Micros.perMinute

    /// How many rows of figures the sheet has.
    static func rows(_ glance: Glance) -> Int { lines(glance).count }

    func draw(into frame: inout Frame, in rect: Rect) {
        guard rect.height >= 5, rect.width >= 20 else { return }
        var trailing: [Span] = []
        if let due = glance.vitalsDue { trailing = glance.dueLine(due, "next") }
        let lines = Self.lines(glance)
        let shown = Array(lines.prefix(rect.height - 4))
        let panel = Panel([Span("Vitals", .title)], trailing: trailing, footer: footer(lines.dropFirst(shown.count)))
        let inside = panel.draw(into: &frame, in: rect, surroundings.glyphs)
        for (row, line) in shown.enumerated() {
            frame.put(line.label, x: inside.x, y: inside.y + 2 + row, style: .secondary)
        }
        let columns = columns(atMost: inside.width / Self.narrowestColumn + 1)
        guard !columns.isEmpty else {
            frame.put(
                [.label("none yet: "), Span("v", Style(.key, .bold)), .label(" records a set")],
                x: inside.x + Self.labelWidth,
                y: inside.y,
                width: inside.width - Self.labelWidth
            )
            return
        }
        var right = inside.right
        for (index, column) in columns.reversed().enumerated() {
            let cells = cells(of: column, shown, isNewest: index == 0)
            let width = max(Self.narrowestColumn, 1 + (cells.map { $0.width }.max() ?? 0))
            // The newest column stands whatever the room; an older one only whole.
            guard index == 0 || right - width >= inside.x + Self.labelWidth else { break }
            for (row, cell) in cells.enumerated() { frame.put(cell, endingAt: right, y: inside.y + row) }
            right -= width
        }
    }

    /// What stands in the lower border: that some columns are corrected, and which rows there was no room for.
    private func footer(_ cut: ArraySlice<Line>) -> [Span] {
        var words: [Span] = glance.session.hasCorrectedSets ? [.label("c corrected")] : []
        if !cut.isEmpty {
            if !words.isEmpty { words.append(Span("  ")) }
            words.append(Span("\(cut.count) more: \(cut.map(\.label).joined(separator: ", "))", Style(.caution)))
        }
        return words
    }

    /// A row of the sheet.
    private enum Line: Hashable {
        case pressure
        case reading(Parameter)
        case dissociation

        var label: String {
            switch self {
            case .pressure: "BP"
            case .reading(let parameter): parameter.label
            case .dissociation: "dissoc"
            }
        }
    }

    /// A time with what was taken then.
    private struct Column {
        var atSessionMicros: Int64
        var atUTCMicros: Int64
        var set: VitalsSet?
        var mind: EffectiveEntry?
        var note: Dissociation?
    }

    /// The rows in the order in which they are given up where there is no room: what an infusion is watched by first.
    ///
    /// A pressure is one row, and dissociation stands behind sedation.
    private static let order: [Line] = Parameter.byRank.filter { $0 != .diastolicMmHg }.flatMap { parameter -> [Line] in
        if parameter == .systolicMmHg { return [.pressure] }
        return [.reading(parameter)] + (parameter == .moaas ? [.dissociation] : [])
    }

    /// The rows there are: the main ones always, the others once they were taken.
    private static func lines(_ glance: Glance) -> [Line] {
        order.filter { line in
            switch line {
            case .pressure, .dissociation: true
            case .reading(let parameter):
                parameter.facts.isAlwaysShown || glance.session.latest(parameter) != nil
            }
        }
    }

    /// The newest columns by time, not more than needed: a dissociation note joins the set it was taken with.
    private func columns(atMost count: Int) -> [Column] {
        // Some more are looked at, since a note at the edge may belong to a set beyond it.
        let many = count + 8
        var columns = glance.sets.reversed().prefix(many).reversed().map {
            Column(atSessionMicros: $0.observedSessionMicros, atUTCMicros: $0.observedUTCMicros, set: $0)
        }
        let notes = glance.session.notesByTime.reversed().prefix(2 * many)
        for (note, entry) in notes.sorted(by: { $0.entry.event.number < $1.entry.event.number }) {
            // The nearest, so that a later set does not draw an earlier score to itself.
            let near = columns.indices.min { distance(columns[$0], entry) < distance(columns[$1], entry) }
            if let near, distance(columns[near], entry) <= Self.togetherMicros, columns[near].mind == nil {
                columns[near].mind = entry
                columns[near].note = note
            } else {
                columns.append(
                    Column(
                        atSessionMicros: entry.observedSessionMicros,
                        atUTCMicros: entry.observedUTCMicros,
                        mind: entry,
                        note: note
                    )
                )
            }
        }
        return columns.sorted { $0.atSessionMicros < $1.atSessionMicros }.suffix(count)
    }

    private func distance(_ column: Column, _ entry: EffectiveEntry) -> Int64 {
        abs(column.atSessionMicros - entry.observedSessionMicros)
    }

    /// A column from its time down, one cell for each row.
    private func cells(of column: Column, _ lines: [Line], isNewest: Bool) -> [[Span]] {
        let isSaved = (column.set?.number ?? column.mind?.event.number ?? 0) < glance.durableCount
        let corrected = column.set?.isAmended == true || column.mind?.amendedBy != nil ? "c" : ""
        let time = glance.clock(ofUTC: column.atUTCMicros) + corrected
        let age =
            isSaved
            ? Span.label(Words.minutes(glance.age(column.atSessionMicros)))
            : Span(
                glance.isFailing ? "NOT SAVED" : "saving",
                Style(glance.isFailing ? .fault : .saving, .bold)
            )
        let head: [[Span]] = [[Span(time, isNewest ? .title : .secondary)], [age]]
        let marks = marks(column)
        return head + lines.map { [cell(column, $0, marks, isNewest)] }
    }

    /// The priority each reading of a column has by the rules that make alarms, the patient's baseline among them.
    private func marks(_ column: Column) -> [Parameter: AlarmCondition.Priority] {
        var vitals = Vitals()
        for parameter in Parameter.allCases { vitals[parameter] = reading(column, parameter) }
        var marks: [Parameter: AlarmCondition.Priority] = [:]
        for condition in glance.session.conditions(of: vitals) {
            if let parameter = condition.parameter { marks[parameter] = condition.priority }
        }
        return marks
    }

    private func cell(
        _ column: Column,
        _ line: Line,
        _ marks: [Parameter: AlarmCondition.Priority],
        _ isNewest: Bool
    ) -> Span {
        switch line {
        case .pressure:
            guard let vitals = column.set?.vitals else { return Span("") }
            let words =
                vitals.hasBloodPressure
                ? Words.bloodPressure(vitals) ?? ""
                : vitals[.systolicMmHg].map { Words.short($0, of: .systolicMmHg) } ?? ""
            return decorated(words, [marks[.systolicMmHg], marks[.diastolicMmHg]].compactMap(\.self).max(), isNewest)
        case .reading(let parameter):
            guard let reading = reading(column, parameter) else { return Span("") }
            return decorated(Words.short(reading, of: parameter), marks[parameter], isNewest)
        case .dissociation:
            guard let note = column.note else { return Span("") }
            guard note.isDistressed == true else { return Span("\(note.score)", Style(.note, .bold)) }
            return decorated("\(note.score)", .medium, isNewest)
        }
    }

    /// A column's reading; sedation scored with a note stands where the set has none, and never in its place.
    private func reading(_ column: Column, _ parameter: Parameter) -> Reading? {
        column.set?.vitals[parameter] ?? column.note?[parameter]
    }

    private func decorated(_ words: String, _ priority: AlarmCondition.Priority?, _ isNewest: Bool) -> Span {
        guard let priority else { return Span(words, isNewest ? Style(.text, .bold) : .text) }
        return Span(priority.mark + words, Style(priority.ink, .bold))
    }
}
