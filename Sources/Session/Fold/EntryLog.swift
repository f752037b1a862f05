/// The entries with what was laid over them: all that is needed to read one.
struct EntryLog: Sendable {
    private(set) var events: [Event] = []
    var corrections = Corrections()

    mutating func append(_ event: Event) { events.append(event) }

    func isVoided(_ number: Int, upTo count: Int) -> Bool { corrections.void(of: number, upTo: count) != nil }

    /// What an entry says after the first so many.
    func body(of number: Int, upTo count: Int) -> Event.Body {
        guard let amendment = corrections.amendment(of: number, upTo: count),
            case .entryAmended(_, let replacement, _) = events[amendment].body
        else { return events[number].body }
        return replacement
    }

    /// An entry as it counted after the first so many.
    func entry(_ number: Int, upTo count: Int) -> EffectiveEntry {
        let event = events[number]
        return EffectiveEntry(
            event: event,
            body: body(of: number, upTo: count),
            observedSessionMicros: event.observedSessionMicros,
            observedUTCMicros: event.observedUTCMicros,
            amendedBy: corrections.amendment(of: number, upTo: count),
            voidedBy: corrections.void(of: number, upTo: count)
        )
    }
}
