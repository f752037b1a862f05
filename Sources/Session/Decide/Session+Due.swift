/// What time alone makes happen in a session, as commands of the station itself.
///
/// What a command's own entries bring about is decided with them, in one batch. Whether something has grown too old is
/// judged where it is needed, at the gate. What is left for time is little yet: an entry whose batch was cut off by a
/// stop is made up for.
extension Session {
    /// What is to be recorded by now, in its order.
    ///
    /// Once it is recorded it is no longer due: whoever asks again at the same moment is told nothing.
    package func due(at now: Moment) -> [Command] {
        guard let deadline = nextDeadline, deadline <= now.sessionMicros else { return [] }
        return [.noteCriteria]
    }

    /// The session time from which on something is due; nil while nothing will be by time alone.
    package var nextDeadline: Int64? { lacksCriteriaEntry ? entries.last?.at.sessionMicros ?? 0 : nil }
}
