package import EventLog
package import Session

/// Who works here and who did: the log that names every author for ever.
///
/// Ids are never used twice and nobody is ever removed, so that an old entry keeps its name. Every call waits for
/// the disk and belongs on a worker.
package final class StaffLog: Sendable {
    private struct State {
        var writer: LogWriter
        var staff: StaffList
    }

    private let state: Monitor<State>

    /// What of the log is lost or altered; the names that can be read are there all the same.
    package let damage: [LogFinding]
    /// Whether nobody was told of it before.
    package let isNewlyDamaged: Bool

    private init(_ writer: sending LogWriter, _ staff: StaffList, damage: [LogFinding], isNewlyDamaged: Bool) {
        state = Monitor(State(writer: writer, staff: staff))
        self.damage = damage
        self.isNewlyDamaged = isNewlyDamaged
    }

    /// Opens the home's staff log, or begins it on the first run.
    ///
    /// `head` is how far it is known to have got: ids that were given in what is lost are not given again. A log that
    /// is known and is missing is begun again only if `mayBeginAgain`, since it then cannot be repaired any more.
    package static func open(
        _ home: JournalHome,
        at now: ClockReading,
        names: StationNames,
        expecting head: LogHead? = nil,
        mayBeginAgain: Bool = false
    ) throws(JournalError) -> StaffLog {
        do throws(LogError) {
            return try reopen(home, at: now, names: names, expecting: head)
        } catch {
            guard case .missing = error, head == nil || mayBeginAgain else { throw .log(error) }
        }
        let header = LogHeader(
            logID: "staff-\(String(now.utcMicros, radix: 16))",
            station: names.station,
            boot: now.boot,
            writer: names.writer
        )
        do throws(LogError) {
            let writer = try LogWriter.create(
                at: home.staffLog,
                header: header,
                moment: now.logMoment,
                disk: home.disk,
                ballast: home.ballast
            )
            var staff = StaffList()
            if let head { staff.skip(to: head.event + 1) }
            return StaffLog(writer, staff, damage: [], isNewlyDamaged: false)
        } catch {
            throw .log(error)
        }
    }

    /// Reads the staff without opening the log for writing; `head` is how far it is known to have got.
    package static func read(
        _ home: JournalHome,
        expecting head: LogHead? = nil
    ) throws(JournalError) -> StaffList {
        do throws(LogError) {
            return list(try LogReader(disk: home.disk).read(home.staffLog, expecting: head))
        } catch {
            throw .log(error)
        }
    }

    private static func list(_ contents: LogContents) -> StaffList {
        var staff = StaffList()
        for record in contents.readable { staff.take(record) }
        staff.skip(to: contents.last.highestEvent + 1)
        return staff
    }

    /// Everybody who was ever added, in that order.
    package var staff: StaffList { state.withLock { $0.staff } }

    /// How far the log has got.
    package var head: LogHead { state.withLock { $0.writer.head } }

    /// Adds a person, who is on disk when this returns with the id that entries will carry.
    package func add(
        name: String,
        role: StaffRole,
        by author: Author,
        at now: ClockReading
    ) throws(JournalError) -> StaffMember {
        let result = state.withLock { state -> Result<StaffMember, LogError> in
            let member = StaffMember(id: state.staff.nextID(for: role), name: name, role: role)
            return Self.record(.added(member), by: author, at: now, in: &state).map { member }
        }
        return try Self.value(of: result)
    }

    /// Takes a person's right to sign; entries keep the name.
    package func disable(_ id: String, by author: Author, at now: ClockReading) throws(JournalError) {
        let result = state.withLock { state in
            state.staff[id].map { _ in Self.record(.disabled(id: id), by: author, at: now, in: &state) }
        }
        guard let result else { throw .unknownStaff(id: id) }
        try Self.value(of: result)
    }

    /// Gives a person another name; entries show the new one, the log keeps both.
    package func rename(_ id: String, to name: String, by author: Author, at now: ClockReading) throws(JournalError) {
        let result = state.withLock { state in
            state.staff[id].map { _ in Self.record(.renamed(id: id, name: name), by: author, at: now, in: &state) }
        }
        guard let result else { throw .unknownStaff(id: id) }
        try Self.value(of: result)
    }

    /// Ends the writing and gives the lock back.
    package func close() {
        state.withLock { $0.writer.close() }
    }

    private static func record(
        _ change: StaffChange,
        by author: Author,
        at now: ClockReading,
        in state: inout State
    ) -> Result<Void, LogError> {
        let draft = RecordDraft(
            event: state.staff.changeCount,
            kind: change.kind,
            utcMicros: now.utcMicros,
            bootMicros: now.bootMicros,
            actor: AuthorCoding.encode(author),
            body: change.bytes
        )
        do throws(LogError) {
            try state.writer.append([draft])
        } catch {
            return .failure(error)
        }
        state.staff.apply(change)
        return .success(())
    }

    private static func value<Value>(of result: Result<Value, LogError>) throws(JournalError) -> Value {
        do throws(LogError) {
            return try result.get()
        } catch {
            throw .log(error)
        }
    }

    private static func reopen(
        _ home: JournalHome,
        at now: ClockReading,
        names: StationNames,
        expecting head: LogHead?
    ) throws(LogError) -> StaffLog {
        let opened = try LogWriter.open(
            at: home.staffLog,
            boot: now.boot,
            writer: names.writer,
            moment: now.logMoment,
            disk: home.disk,
            expecting: head,
            ballast: home.ballast
        )
        let (contents, isNewlyDamaged) = (opened.contents, opened.isNewlyDamaged)
        return StaffLog(opened.writer, list(contents), damage: contents.damage, isNewlyDamaged: isNewlyDamaged)
    }
}
