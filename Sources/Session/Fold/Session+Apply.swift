extension Session {
    /// Takes an event into the state.
    ///
    /// It has no opinions: whatever was recorded once is folded again for ever. Only a gap in the numbers is a broken
    /// invariant.
    package mutating func apply(_ event: Event) {
        precondition(event.number == entries.count, "event \(event.number) applied where \(entries.count) was due")
        entries.append(event)
        if case .vitalsRecorded = event.body { vitalsNumbers.append(event.number) }
        lay(event)
        let traits = event.body.traits
        guard !traits.isFrequent else { return }
        sparseNumbers.append(event.number)
        if traits.doseChange != nil { doseNumbers.append(event.number) }
        if let next = traits.phase {
            transitionNumbers.append(event.number)
            phase = next
        }
    }

    /// Lays a correction or a void over the entry it speaks of.
    private mutating func lay(_ event: Event) {
        if case .entryAmended(let target, let replacement, _) = event.body {
            amendedBy[target] = event.number
            if replacement.isTransition { refoldPhase() }
        }
        if case .entryVoided(let target, _) = event.body {
            voidedBy[target] = event.number
            if entries.indices.contains(target), entries[target].body.isTransition { refoldPhase() }
        }
    }

    /// Works the phase out again from the transitions that count, after one was voided.
    private mutating func refoldPhase() {
        let last = transitionNumbers.last { voidedBy[$0] == nil && entry($0).body.isTransition }
        phase = last.flatMap { entry($0).body.traits.phase } ?? .screening
    }
}
