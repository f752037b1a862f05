package import EventLog
package import Session

extension SessionJournal {
    /// Makes the folder and the log of a new session and writes its first events; all of it is on disk on return.
    ///
    /// The protocol's bytes must have been put into the home before. `reading` is the reading at which the first
    /// events were decided: session time 0.
    package static func create(
        _ id: SessionID,
        in home: JournalHome,
        events batch: EventBatch,
        openedAt reading: ClockReading,
        lots: UInt64,
        names: StationNames,
        onReport: @escaping @Sendable (SessionID, FlushReport) -> Void
    ) throws(JournalError) -> SessionJournal {
        precondition(batch.events.first?.number == 0, "a session's log begins with event 0")
        let clock = SessionClock(openedAt: reading)
        let header = LogHeader(
            logID: "\(id.text)-\(String(lots, radix: 16))",
            station: names.station,
            boot: reading.boot,
            writer: names.writer
        )
        let flusher: Flusher
        let head: LogHead
        do throws(LogError) {
            let writer = try LogWriter.create(
                at: home.log(of: id),
                header: header,
                moment: reading.logMoment,
                disk: home.disk,
                ballast: home.ballast
            )
            try writer.append(batch.records)
            head = writer.head
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
            count: batch.events.count,
            headAtStart: head,
            onReport: onReport
        )
    }

    /// Opens the log of a session to go on with it, and folds it.
    ///
    /// A log that cannot be read, or that is no session's, is refused and left as it is. `head` is how far it is known
    /// from elsewhere to have got: what is missing then is shown as lost, and the session goes on.
    package static func open(
        _ id: SessionID,
        in home: JournalHome,
        at now: ClockReading,
        names: StationNames,
        expecting head: LogHead? = nil,
        protocols: [LogHash: [UInt8]] = [:],
        parse: ([UInt8]) throws -> InfusionProtocol,
        onReport: @escaping @Sendable (SessionID, FlushReport) -> Void
    ) throws(JournalError) -> OpenSession {
        let locked: LockedLog
        do throws(LogError) {
            locked = try LockedLog(home.log(of: id), disk: home.disk, expecting: head)
        } catch {
            throw .log(error)
        }
        let folded = try FoldedSession(id, locked.contents, in: home, protocols: protocols, parse: parse)
        let opened: OpenedLog
        do throws(LogError) {
            opened = try locked.begin(
                boot: now.boot,
                writer: names.writer,
                moment: now.logMoment,
                ballast: home.ballast
            )
        } catch {
            throw .log(error)
        }
        let head = opened.writer.head
        let (cut, contents, isNewlyDamaged) = (opened.cut, opened.contents, opened.isNewlyDamaged)
        let flusher = Flusher(opened.writer) { onReport(id, $0) }
        var clock = folded.clock
        clock.advance(to: now)
        let journal = SessionJournal(
            id: id,
            clock: clock,
            home: home,
            names: names,
            flusher: flusher,
            count: folded.session.nextNumber,
            headAtStart: head,
            onReport: onReport
        )
        return OpenSession(
            journal: journal,
            folded: folded,
            cut: cut,
            damage: contents.damage,
            isNewlyDamaged: isNewlyDamaged
        )
    }
}

extension ClockReading {
    var logMoment: LogMoment { LogMoment(utcMicros: utcMicros, bootMicros: bootMicros) }
}
