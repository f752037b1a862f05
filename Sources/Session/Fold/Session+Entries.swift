extension Session {
    /// The entry of a number, with what was laid over it.
    package func entry(_ number: Int) -> EffectiveEntry {
        let event = entries[number]
        var body = event.body
        if let amendment = amendedBy[number], case .entryAmended(_, let replacement, _) = entries[amendment].body {
            body = replacement
        }
        let observed = event.observedAtMicros ?? event.at.utcMicros
        return EffectiveEntry(
            event: event,
            body: body,
            observedSessionMicros: event.at.sessionMicros(ofUTC: observed),
            observedUTCMicros: observed,
            amendedBy: amendedBy[number],
            voidedBy: voidedBy[number]
        )
    }

    /// All entries that count, in the order they were recorded: without voided ones.
    package var effectiveEntries: [EffectiveEntry] {
        entries.indices.map(entry).filter { !$0.isVoided }
    }

    /// The entries that count but vitals, notes, corrections and voids, in the order they were recorded.
    var sparseEntries: [EffectiveEntry] { sparseNumbers.map(entry).filter { !$0.isVoided } }

    /// The opening as it counts now, amended or not.
    package var opening: Opening? {
        guard let first = entries.first, case .sessionOpened(let opening) = entry(first.number).body else { return nil }
        return opening
    }

    package var patient: Patient? { opening?.patient }

    package var chair: String? {
        for number in sparseNumbers.reversed() {
            if case .sessionMoved(let chair) = entries[number].body, voidedBy[number] == nil { return chair }
        }
        return opening?.chair
    }

    /// The newest entry that counts and that `pick` takes; vitals and notes, which are the many, are not looked at.
    package func newest<Value>(_ pick: (Event.Body) -> Value?) -> (value: Value, entry: EffectiveEntry)? {
        for number in sparseNumbers.reversed() {
            let entry = entry(number)
            if !entry.isVoided, let value = pick(entry.body) { return (value, entry) }
        }
        return nil
    }
}
