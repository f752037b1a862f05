extension Event {
    /// When it was true, in UTC microseconds.
    package var observedUTCMicros: Int64 { observedAtMicros ?? at.utcMicros }

    /// When it was true, in session time; a correction leaves it as it is.
    package var observedSessionMicros: Int64 { at.sessionMicros(ofUTC: observedUTCMicros) }
}
