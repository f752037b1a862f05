/// What became of one session's folder when the station started.
enum SessionAtStart: Sendable {
    case open(OpenSession)
    /// It was sealed before, or never begun.
    case ended
    /// It was ended, before or just now, and has no seal yet.
    case unsealed(SessionID)
    case refused(OpenedSessions.Refused)

    var open: OpenSession? {
        if case .open(let open) = self { return open }
        return nil
    }

    var unsealed: SessionID? {
        if case .unsealed(let id) = self { return id }
        return nil
    }

    var refused: OpenedSessions.Refused? {
        if case .refused(let refused) = self { return refused }
        return nil
    }
}
