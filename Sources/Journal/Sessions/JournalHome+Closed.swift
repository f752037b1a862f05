import EventLog
package import Session

extension JournalHome {
    /// How long a session may have been open for its closing to be found: its folder tells the day of its opening.
    private static let longestStayDays = 14

    /// The sessions that were closed at an instant or later, without their protocols: who was here, and until when.
    ///
    /// Cheap enough for a start: of each session that was opened in the two weeks before, the last line alone is read.
    /// One that cannot be read is left out; whether it is whole is for `HomeAudit`.
    package func sessionsClosed(since utcMicros: Int64, at now: ClockReading) -> [Session] {
        let first = ZoneOffsets.utc.local(utcMicros).date.daysSince1970 - Self.longestStayDays
        let last = ZoneOffsets.utc.local(now.utcMicros).date.daysSince1970
        let ids = (min(first, last)...last).flatMap { sessions(openedOn: CivilDate(daysSince1970: $0)) }
        let found = inParallel(ids) { id -> Session? in
            let log = log(of: id)
            // A log is ended after its session is closed, never before.
            guard let ended = try? SessionTail.finishedAtUTCMicros(log, on: disk), ended >= utcMicros else {
                return nil
            }
            let session = try? FoldedSession.read(id, in: self) { _ in throw ProtocolNotNeeded() }.session
            return session.flatMap { ($0.closedAtUTCMicros ?? .min) >= utcMicros ? $0 : nil }
        }
        return found.compactMap(\.self)
    }

    /// The ordinal of the newest session, or how many there are: whichever is more.
    ///
    /// Sessions were not always counted, and of those that are, some may have been moved elsewhere.
    package func newestOrdinal(of opened: OpenedSessions) -> Int {
        let newest = opened.newest.flatMap { try? FoldedSession.read($0, in: self) { _ in throw ProtocolNotNeeded() } }
        return max(opened.count + opened.missingCount, newest?.session.opening?.ordinal ?? 0)
    }

    /// Who a patient was does not follow from any protocol: none is parsed.
    private struct ProtocolNotNeeded: Error {}

    private func sessions(openedOn day: CivilDate) -> [SessionID] {
        let folder = day.text.replacing("-", with: "/")
        return ((try? names(in: "\(sessionsPath)/\(folder)")) ?? []).compactMap { SessionID(text: $0) }
    }
}
