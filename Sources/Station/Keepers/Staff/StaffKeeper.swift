import EventLog
import Journal
import Screens
import Session
import Settings

/// Keeps who may sign: the staff log, and the answers of the first run that begin it.
final class StaffKeeper: Keeper {
    private let room: RecordRoom
    private let journal: JournalKeeper
    /// The staff log; nil while it could not be opened.
    private let log = Monitor<StaffLog?>(nil)

    init(in room: RecordRoom, _ journal: JournalKeeper) {
        self.room = room
        self.journal = journal
    }

    /// Opens the staff log, or at least reads the names: a disk that takes nothing more must not hide the patients.
    ///
    /// - Parameter head: how far the log is known to have got.
    func open(at now: ClockReading, expecting head: LogHead?, _ problems: inout StartProblems) -> [StaffMember] {
        let repair = "End the station and repair staff from a copy"
        do throws(JournalError) {
            let log = try StaffLog.open(room.journal, at: now, names: room.names, expecting: head)
            take(log)
            if let problem = log.damage.first?.description ?? log.staff.problems.first {
                problems.add(.staffDamaged, "\(repair): \(problem)", isGrave: true)
            }
            if log.isNewlyDamaged { note(log.damage.map(\.description), at: now) }
            return log.staff.members
        } catch .log(.missing(let path)) {
            problems.add(.staffDamaged, "\(repair): \(path) is missing", isGrave: true)
            note(["\(path) is missing"], at: now)
            return []
        } catch {
            problems.add(.staffNotAdded, "\(error)", isGrave: true)
            return (try? StaffLog.read(room.journal, expecting: head).members) ?? []
        }
    }

    func add(_ staff: NewStaff, for console: ConsoleID?, at now: ClockReading) {
        room.worker.run { [self] in
            do {
                let log = try openLog(at: now)
                let member = try log.add(name: staff.name, role: staff.role, by: staff.by ?? .system, at: now)
                take(log)
                room.mailbox.post(.staff(.added(member, for: console)))
            } catch {
                room.mailbox.post(.staff(.notAdded(reason: "\(error)", for: console)))
            }
        }
    }

    /// Puts the first run's answers on disk: the staff first, so that a station with a name has someone to sign.
    func setUp(_ setup: StationSetup, for console: ConsoleID, at now: ClockReading) {
        room.worker.run { [self] in
            do {
                let configuration = StationConfiguration(name: setup.stationName, chairs: setup.chairs)
                if let problem = configuration.problems.first {
                    throw StationError(what: "The station cannot be set up so", cure: problem)
                }
                let log = try openLog(at: now)
                if !log.staff.members.contains(where: { $0.name == setup.staffName && $0.role == setup.staffRole }) {
                    _ = try log.add(name: setup.staffName, role: setup.staffRole, by: .system, at: now)
                }
                take(log)
                try configuration.write(home: room.home.path)
                try journal.takeKey(station: setup.stationName, at: now)
                room.mailbox.post(.staff(.setUp(setup, staff: log.staff.members, for: console)))
            } catch {
                room.mailbox.post(.staff(.notSetUp(reason: "\(error)", for: console)))
            }
        }
    }

    func end(at now: ClockReading) -> Int {
        log.withLock { $0 }?.close()
        return 0
    }

    /// The staff log; where it is lost it is begun again, since somebody has to sign, under an id that nobody had.
    private func openLog(at now: ClockReading) throws -> StaffLog {
        if let log = log.withLock({ $0 }) { return log }
        let head = journal.journal?.knowledge.expected(of: StationKnowledge.staffName)
        let log = try StaffLog.open(
            room.journal,
            at: now,
            names: room.names,
            expecting: head,
            mayBeginAgain: true
        )
        self.log.withLock { $0 = log }
        return log
    }

    private func take(_ log: StaffLog) {
        self.log.withLock { $0 = log }
        journal.take(log.head, of: StationKnowledge.staffName)
    }

    private func note(_ damage: [String], at now: ClockReading) {
        journal.note(.logDamaged(log: StationKnowledge.staffName, findings: damage), at: now)
    }
}
