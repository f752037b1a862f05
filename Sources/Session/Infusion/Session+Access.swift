extension Session {
    /// Every line that was placed, in the order of placing, each with its own life.
    package var accessLines: [AccessLine] { history.lines.value(upTo: nextNumber) }

    /// The lines that are still in the arm, usable or not.
    package var linesInArm: [AccessLine] { accessLines.filter { !$0.isRemoved } }

    /// Whether there is a line that the drug can run through.
    package var hasAccess: Bool { accessLines.contains(where: \.isUsable) }

    /// The newest infiltration: the drug went into the tissue, and nobody knows how much of it counts.
    var infiltration: EffectiveEntry? {
        newest(.access) { body -> Bool? in if case .accessLost(_, _, true) = body { true } else { nil } }?.entry
    }

    /// When drug last went into the tissue, in session time: the stay counts from then at the earliest.
    var infiltratedAtMicros: Int64? { infiltration?.observedSessionMicros }
}
