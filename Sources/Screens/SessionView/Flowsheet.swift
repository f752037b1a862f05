import Canvas
import Session

/// The sheet of vitals: a row for each parameter, a column for each time, newest at the right.
struct Flowsheet {
    let glance: Glance
    let surroundings: Surroundings

    private static let labelWidth = 8
    private static let columnWidth = 9
    /// Sets and notes this close together stand in one column.
    private static let togetherMicros = 2 * Micros.perMinute

    /// How many rows of figures the sheet has.
    static func rows(_ glance: Glance) -> Int { shown(glance).count + 2 }

    func draw(into frame: inout Frame, in rect: Rect) {
        guard rect.height >= 5, rect.width >= 20 else { return }
        var trailing: [Span] = []
        if let due = glance.vitalsDue { trailing = glance.dueLine(due, "next") }
        let footer: [Span] = glance.sets.contains(where: \.isAmended) ? [.label("c corrected")] : []
        let inside = Panel([Span("Vitals", .title)], trailing: trailing, footer: footer).draw(
            into: &frame,
            in: rect,
            surroundings.glyphs
        )
        let places = max(1, (inside.width - Self.labelWidth) / Self.columnWidth)
        let columns = Array(columns.suffix(places))
        drawLabels(into: &frame, in: inside)
        guard !columns.isEmpty else {
            frame.put(
                [.label("none yet: "), Span("v", Style(.key, .bold)), .label(" records a set")],
                x: inside.x + Self.labelWidth,
                y: inside.y,
                width: inside.width - Self.labelWidth
            )
            return
        }
        for (index, column) in columns.enumerated() {
            let right = inside.right - (columns.count - 1 - index) * Self.columnWidth
            draw(column, into: &frame, right: right, in: inside, isNewest: index == columns.count - 1)
        }
    }

    /// A time with what was taken then.
    private struct Column {
        var atSessionMicros: Int64
        var atUTCMicros: Int64
        var set: VitalsSet?
        var mind: EffectiveEntry?
        var score: Int?
    }

    /// The parameters that have a row: the main ones always, the others once they were taken.
    private static func shown(_ glance: Glance) -> [Parameter] {
        let always: Set<Parameter> = [.heartRatePerMin, .spo2Percent]
        return Parameter.allCases.filter { parameter in
            guard parameter != .systolicMmHg, parameter != .diastolicMmHg else { return false }
            return always.contains(parameter) || glance.sets.contains { $0.vitals[parameter] != nil }
        }
    }

    /// All columns by time: a dissociation note joins the set it was taken with.
    private var columns: [Column] {
        var columns = glance.sets.map {
            Column(atSessionMicros: $0.observedSessionMicros, atUTCMicros: $0.observedUTCMicros, set: $0)
        }
        for entry in glance.session.dissociationEntries {
            guard case .dissociationRecorded(let value) = entry.body else { continue }
            let near = columns.lastIndex {
                abs($0.atSessionMicros - entry.observedSessionMicros) <= Self.togetherMicros
            }
            if let near, columns[near].mind == nil {
                columns[near].mind = entry
                columns[near].score = value.score
            } else {
                columns.append(
                    Column(
                        atSessionMicros: entry.observedSessionMicros,
                        atUTCMicros: entry.observedUTCMicros,
                        mind: entry,
                        score: value.score
                    )
                )
            }
        }
        return columns.sorted { $0.atSessionMicros < $1.atSessionMicros }
    }

    private func drawLabels(into frame: inout Frame, in inside: Rect) {
        let labels = ["BP"] + Self.shown(glance).map(\.label) + ["dissoc"]
        for (row, label) in labels.enumerated() where row + 2 < inside.height {
            frame.put(label, x: inside.x, y: inside.y + 2 + row, style: .secondary)
        }
    }

    private func draw(_ column: Column, into frame: inout Frame, right: Int, in inside: Rect, isNewest: Bool) {
        let isSaved = (column.set?.number ?? column.mind?.event.number ?? 0) < glance.stay.durableCount
        let corrected = column.set?.isAmended == true || column.mind?.amendedBy != nil ? "c" : ""
        let time = Words.clock(column.atUTCMicros, surroundings.zone) + corrected
        frame.put(time, endingAt: right, y: inside.y, style: isNewest ? .title : .secondary)
        let age =
            isSaved ? Words.age(glance.age(column.atSessionMicros)) : glance.stay.isFailing ? "NOT SAVED" : "saving"
        let ageStyle = isSaved ? Style.secondary : Style(glance.stay.isFailing ? .fault : .saving, .bold)
        frame.put(Words.clip(age, Self.columnWidth), endingAt: right, y: inside.y + 1, style: ageStyle)
        var cells: [(words: String, style: Style)] = [pressure(column, isNewest)]
        cells += Self.shown(glance).map { cell(column, $0, isNewest) }
        cells.append((column.score.map { "\($0)" } ?? "", Style(.note, .bold)))
        for (row, cell) in cells.enumerated() where row + 2 < inside.height {
            frame.put(cell.words, endingAt: right, y: inside.y + 2 + row, style: cell.style)
        }
    }

    private func pressure(_ column: Column, _ isNewest: Bool) -> (String, Style) {
        guard let vitals = column.set?.vitals else { return ("", .text) }
        let words =
            vitals.hasBloodPressure
            ? Words.bloodPressure(vitals) ?? ""
            : vitals[.systolicMmHg].map { Words.short($0, of: .systolicMmHg) } ?? ""
        let worst = max(mark(vitals, .systolicMmHg), mark(vitals, .diastolicMmHg))
        return decorated(words, worst, isNewest)
    }

    private func cell(_ column: Column, _ parameter: Parameter, _ isNewest: Bool) -> (String, Style) {
        guard let vitals = column.set?.vitals, let reading = vitals[parameter] else { return ("", .text) }
        return decorated(Words.short(reading, of: parameter), mark(vitals, parameter), isNewest)
    }

    /// How many asterisks a reading carries against the protocol's limits: 0 to 3.
    private func mark(_ vitals: Vitals, _ parameter: Parameter) -> Int {
        guard let limits = glance.session.rules.limits[parameter], let value = vitals.value(parameter) else { return 0 }
        return limits.priority(of: value)?.mark.count ?? 0
    }

    private func decorated(_ words: String, _ mark: Int, _ isNewest: Bool) -> (String, Style) {
        switch mark {
        case 3: ("***" + words, Style(.alarmHighText, .bold))
        case 2: ("**" + words, Style(.alarmMediumText, .bold))
        case 1: ("*" + words, Style(.alarmLowText, .bold))
        case _: (words, isNewest ? Style(.text, .bold) : .text)
        }
    }
}

extension AlarmLimits {
    /// The priority that a value has by these limits alone, without the patient's baseline.
    func priority(of value: Int) -> AlarmCondition.Priority? {
        if highAtOrAbove.map({ value >= $0 }) == true || highBelow.map({ value < $0 }) == true { return .high }
        if mediumAtOrAbove.map({ value >= $0 }) == true || mediumBelow.map({ value < $0 }) == true { return .medium }
        if lowAtOrAbove.map({ value >= $0 }) == true || lowBelow.map({ value < $0 }) == true { return .low }
        return nil
    }
}

extension Session {
    /// The dissociation notes that count, in the order they were recorded.
    var dissociationEntries: [EffectiveEntry] {
        entries.indices.compactMap { number in
            // Bodies are looked at first, because laying corrections over every entry would cost a screen its time.
            guard case .dissociationRecorded = entries[number].body else { return nil }
            let entry = entry(number)
            return entry.isVoided ? nil : entry
        }
    }
}
