/// An entry as it counts: its event, and what was laid over it.
package struct EffectiveEntry: Hashable, Sendable {
    package var event: Event
    /// What counts: the newest amendment's replacement, or the event's own body.
    package var body: Event.Body
    /// When it was true, in session time.
    package var observedSessionMicros: Int64
    /// When it was true, in UTC.
    package var observedUTCMicros: Int64
    package var amendedBy: Int?
    package var voidedBy: Int?

    package var isVoided: Bool { voidedBy != nil }
}
