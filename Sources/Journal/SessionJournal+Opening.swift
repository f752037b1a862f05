package import EventLog
package import Session

extension SessionJournal {
    /// Makes the folder and the log of a new session and writes its first events; all of it is on disk on return.
    ///
    /// The protocol's bytes must have been put into the home before. `opening` is the reading at which the first
    /// events were decided: session time 0.
    package static func create(
        _ id: SessionID,
        in home: JournalHome,
        events: [Event],
        openedAt opening: ClockReading,
        lots: UInt64,
        names: StationNames,
        onReport: @escaping @Sendable (SessionID, FlushReport) -> Void
    ) throws(JournalError) -> SessionJournal {
        precondition(events.first?.number == 0, "a session's log begins with event 0")
        let clock = SessionClock(openedAt: opening)
        let header = LogHeader(
            logID: "\(id.text)-\(String(lots, radix: 16))",
            station: names.station,
            boot: opening.boot,
            writer: names.writer
        )
        let flusher: Flusher
        do throws(LogError) {
            let drafts = events.map { EventCoding.encode($0, bootMicros: clock.bootMicros(at: $0.at)) }
            for draft in drafts { try draft.check() }
            let writer = try LogWriter.create(
                at: home.log(of: id),
                header: header,
                moment: opening.logMoment,
                disk: home.disk
            )
            try writer.append(drafts)
            flusher = Flusher(writer) { onReport(id, $0) }
        } catch {
            throw .log(error)
        }
        return SessionJournal(
            id: id,
            clock: clock,
            home: home,
            names: names,
            flusher: flusher,
            count: events.count,
            onReport: onReport
        )
    }

    /// Opens the log of a session to go on with it, and folds it.
    ///
    /// A log that cannot be read, or that is no session's, is refused and left as it is: it is read before it is
    /// opened for writing.
    package static func open(
        _ id: SessionID,
        in home: JournalHome,
        at now: ClockReading,
        names: StationNames,
        parse: ([UInt8]) throws -> InfusionProtocol,
        onReport: @escaping @Sendable (SessionID, FlushReport) -> Void
    ) throws(JournalError) -> OpenSession {
        let before = try FoldedSession.read(id, in: home, parse: parse)
        guard !before.isFinished else { throw .closed(path: home.log(of: id).description) }
        let flusher: Flusher
        let cut: OpenedLog.CutTail?
        do throws(LogError) {
            let opened = try LogWriter.open(
                at: home.log(of: id),
                boot: now.boot,
                writer: names.writer,
                moment: now.logMoment,
                disk: home.disk
            )
            cut = opened.cut
            flusher = Flusher(opened.writer) { onReport(id, $0) }
        } catch {
            throw .log(error)
        }
        var clock = before.clock
        clock.advance(to: now)
        let journal = SessionJournal(
            id: id,
            clock: clock,
            home: home,
            names: names,
            flusher: flusher,
            count: before.session.nextNumber,
            onReport: onReport
        )
        return OpenSession(journal: journal, folded: before, cut: cut)
    }
}

extension ClockReading {
    var logMoment: LogMoment { LogMoment(utcMicros: utcMicros, bootMicros: bootMicros) }
}
