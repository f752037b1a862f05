/// What became of one session's folder when the station started.
enum SessionAtStart: Sendable {
    case open(OpenSession)
    /// It was ended before, or just now, or never begun.
    case ended
    case refused(OpenedSessions.Refused)

    var open: OpenSession? {
        if case .open(let open) = self { return open }
        return nil
    }

    var refused: OpenedSessions.Refused? {
        if case .refused(let refused) = self { return refused }
        return nil
    }
}
