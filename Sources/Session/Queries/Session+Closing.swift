extension Session {
    /// When it was closed; nil while it is not.
    package var closedAtUTCMicros: Int64? {
        phase == .closed ? newest(.closing) { $0 == .sessionClosed ? true : nil }?.entry.event.at.utcMicros : nil
    }
}
