/// The entries with what was laid over them: all that is needed to read one.
struct EntryLog: Sendable {
    private(set) var events: [Event] = []
    var corrections = Corrections()

    mutating func append(_ event: Event) {
        events.append(event)
        corrections.append()
    }

    func isVoided(_ number: Int, upTo count: Int) -> Bool { corrections.void(of: number, upTo: count) != nil }

    /// What an entry says after the first so many.
    func body(of number: Int, upTo count: Int) -> Event.Body {
        body(of: number, amendedBy: corrections.amendment(of: number, upTo: count))
    }

    private func body(of number: Int, amendedBy amendment: Int?) -> Event.Body {
        guard let amendment, case .entryAmended(_, let replacement, _) = events[amendment].body else {
            return events[number].body
        }
        return replacement
    }

    /// An entry as it counted after the first so many.
    func entry(_ number: Int, upTo count: Int) -> EffectiveEntry {
        let event = events[number]
        let amendment = corrections.amendment(of: number, upTo: count)
        return EffectiveEntry(
            event: event,
            body: body(of: number, amendedBy: amendment),
            observedSessionMicros: event.observedSessionMicros,
            observedUTCMicros: event.observedUTCMicros,
            amendedBy: amendment,
            voidedBy: corrections.void(of: number, upTo: count)
        )
    }
}
