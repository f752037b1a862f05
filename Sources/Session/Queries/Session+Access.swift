/// A line in the patient's arm: from the entry that placed it to the one that removed it.
package struct AccessLine: Hashable, Sendable {
    /// The number of the entry that placed it; what is said of a line later names it.
    package var number: Int
    package var site: String
    package var gauge: String
    /// The newest word on it; a line that was just placed is.
    package var isPatent = true
    /// Lost: nothing runs through it any more, and it is in the arm until it is removed.
    package var isLost = false
    package var isRemoved = false

    /// Whether the drug can run through it.
    package var isUsable: Bool { isPatent && !isLost && !isRemoved }
}

extension Session {
    /// Every line that was placed, in the order of placing, each with its own life.
    ///
    /// Records from before lines were named speak of the newest one in the arm.
    package var accessLines: [AccessLine] {
        var lines: [AccessLine] = []
        func place(_ number: Int?) -> Int? {
            if let number { return lines.firstIndex { $0.number == number } }
            return lines.lastIndex { !$0.isRemoved }
        }
        for entry in sparseEntries {
            if case .accessPlaced(let site, let gauge) = entry.body {
                lines.append(AccessLine(number: entry.event.number, site: site, gauge: gauge))
            }
            if case .accessChecked(let isPatent, _, let line) = entry.body, let index = place(line) {
                lines[index].isPatent = isPatent
                if isPatent { lines[index].isLost = false }
            }
            if case .accessLost(_, let line, _) = entry.body, let index = place(line) { lines[index].isLost = true }
            if case .accessRemoved(_, _, let line) = entry.body, let index = place(line) {
                lines[index].isRemoved = true
            }
        }
        return lines
    }

    /// The lines that are still in the arm, usable or not.
    package var linesInArm: [AccessLine] { accessLines.filter { !$0.isRemoved } }

    /// Whether there is a line that the drug can run through.
    package var hasAccess: Bool { accessLines.contains(where: \.isUsable) }

    /// The newest infiltration: the drug went into the tissue, and nobody knows how much of it counts.
    private var infiltration: EffectiveEntry? {
        newest { body -> Bool? in if case .accessLost(_, _, true) = body { true } else { nil } }?.entry
    }

    /// When drug last went into the tissue, in session time: the stay counts from then at the earliest.
    var infiltratedAtMicros: Int64? { infiltration?.observedSessionMicros }

    /// After an infiltration the prescriber decides: go on, replace by a new order, or end.
    func infiltrationNeeds(at now: Moment) -> [Need] {
        guard doseStartMicros != nil, let entry = infiltration else { return [] }
        let age = max(0, now.sessionMicros - entry.observedSessionMicros)
        let need = Need.infiltration(ageMinutes: Int(age / Micros.perMinute))
        let replaced = newest { if case .orderPlaced = $0 { true } else { nil } }?.entry.event.number ?? -1
        let isDecided = replaced > entry.event.number || isOverridden(need, since: entry.event.number)
        return isDecided ? [] : [need]
    }

    /// The line a command speaks of: the one that is named, or the only one in the arm.
    func line(_ named: Int?) throws(Refusal) -> Int? {
        let lines = linesInArm
        if let named {
            guard lines.contains(where: { $0.number == named }) else {
                throw .outOfRange([FieldProblem(field: "line", sentence: "that line is not in the arm any more")])
            }
            return named
        }
        guard lines.count > 1 else { return lines.first?.number }
        let sites = lines.map(\.site).joined(separator: ", ")
        throw .outOfRange([FieldProblem(field: "line", sentence: "two lines are in the arm, say which: \(sites)")])
    }
}
