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
    var infiltration: EffectiveEntry? {
        newest { body -> Bool? in if case .accessLost(_, _, true) = body { true } else { nil } }?.entry
    }

    /// When drug last went into the tissue, in session time: the stay counts from then at the earliest.
    var infiltratedAtMicros: Int64? { infiltration?.observedSessionMicros }
}
