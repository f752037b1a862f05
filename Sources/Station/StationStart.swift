package import EventLog
import Glibc
package import Journal
import Screens
import Session
import Settings

/// Makes a station out of what lies in its home.
package struct StationStart {
    let home: StationHome
    let clock: any Clock
    let isSimulated: Bool
    /// Whether consoles may connect.
    let isListening: Bool
    let seed: UInt64
    let disk: any Disk
    /// What is done to the home before it is read, under its lock.
    let prepare: (StationHome, JournalHome, ClockReading) throws -> Void

    package init(
        home: StationHome,
        clock: any Clock,
        isSimulated: Bool = false,
        isListening: Bool = true,
        seed: UInt64 = .random(in: .min ... .max),
        disk: any Disk = SystemDisk(),
        prepare: @escaping (StationHome, JournalHome, ClockReading) throws -> Void = { _, _, _ in }
    ) {
        self.home = home
        self.clock = clock
        self.isSimulated = isSimulated
        self.isListening = isListening
        self.seed = seed
        self.disk = disk
        self.prepare = prepare
    }

    private static let writer = "vigil 0.1"

    /// Takes the lock, opens what was open, and notes how long the station was off.
    ///
    /// - Throws: what stands in the way of a station, with what to do; sessions that cannot be opened do not, they
    ///   are shown on every console.
    package func make() throws -> StationLoop {
        try home.prepare()
        let lock = try HomeLock(home)
        let mailbox = try Mailbox()
        let now = clock.now()
        let journal = JournalHome(path: home.path, disk: disk)
        try prepare(home, journal, now)
        let configuration = try StationConfiguration.read(home: home.path)
        let library = ProtocolLibrary(home: home.path, directory: Self.protocolDirectory())
        let names = StationNames(station: configuration?.name ?? "Vigil", writer: Self.writer)
        let records = StationRecords(
            home: home,
            journal: journal,
            names: names,
            mailbox: mailbox,
            protocols: Dictionary(library.entries.map { (Self.sha256($0), $0.bytes) }, uniquingKeysWith: { $1 }),
            seed: seed
        )
        let (staff, staffProblem) =
            configuration == nil ? ([], nil) : try openStaff(journal, at: now, names, for: records)
        let lastSign = Heartbeat.last(in: home)
        let facts = facts(configuration, library: library, staff: staff, at: now)
        var station = Station(facts: facts, at: now, seed: seed ^ 0x5EED)
        let opened = try journal.openSessions(
            at: now,
            names: names,
            parse: { try ProtocolFile.read(bytes: $0, name: "protocol") },
            onReport: StationRecords.reports(to: mailbox)
        )
        for open in opened.open { records.adopt(open.journal) }
        station.resume(opened.open.map { OpenedSession(session: $0.folded.session, clock: $0.journal.clock) })
        station.report(problems: library.problems, refused: opened.refused, staff: staffProblem)
        let listener = isListening ? try ListeningSocket(path: home.socketPath) : nil
        let loop = StationLoop(
            station: station,
            clock: clock,
            mailbox: mailbox,
            records: records,
            listener: listener,
            lock: lock
        )
        let lastLife = max(lastSign?.utcMicros ?? .min, opened.open.map(\.lastRecordedUTCMicros).max() ?? .min)
        loop.noteAbsence(since: lastLife)
        return loop
    }

    /// Opens the staff log, or at least reads the names: a disk that takes nothing more must not hide the patients.
    private func openStaff(
        _ journal: JournalHome,
        at now: ClockReading,
        _ names: StationNames,
        for records: StationRecords
    ) throws(JournalError) -> (staff: [StaffMember], problem: JournalError?) {
        do throws(JournalError) {
            let log = try StaffLog.open(journal, at: now, names: names)
            records.adopt(log)
            return (log.staff.members, nil)
        } catch {
            guard case .log(.disk) = error else { throw error }
            return (try StaffLog.read(journal).members, error)
        }
    }

    private func facts(
        _ configuration: StationConfiguration?,
        library: ProtocolLibrary,
        staff: [StaffMember],
        at now: ClockReading
    ) -> StationFacts {
        let choices = library.entries.map { ProtocolChoice(rules: $0.rules, sha256: Self.sha256($0)) }
        let first = configuration?.protocolName
        return StationFacts(
            name: configuration?.name ?? "",
            chairs: configuration?.chairs ?? [],
            zone: LocalZone.offsets(aroundUTC: now.utcMicros),
            staff: staff,
            protocols: choices.filter { $0.rules.id == first } + choices.filter { $0.rules.id != first },
            drawsASCII: configuration?.ascii ?? false,
            reducedMotion: configuration?.reducedMotion ?? false,
            isSimulated: isSimulated,
            isConfigured: configuration != nil && staff.contains(where: \.isActive)
        )
    }

    /// The name under which a protocol's bytes are kept.
    private static func sha256(_ entry: ProtocolLibrary.Entry) -> String { LogHash(of: entry.bytes).hex }

    private static func protocolDirectory() -> String? {
        func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
        return ProtocolLibrary.directory(configHome: variable("XDG_CONFIG_HOME"), userHome: variable("HOME"))
    }
}

extension OpenSession {
    var lastRecordedUTCMicros: Int64 { folded.session.entries.last?.at.utcMicros ?? .min }
}

extension Station {
    /// Shows what of the files could not be used.
    mutating func report(problems: [SettingsError], refused: [OpenedSessions.Refused], staff: JournalError?) {
        if let staff {
            _ = raise(Fault(headline: "STAFF CANNOT BE ADDED", detail: staff.description, isGrave: true))
        }
        if let first = problems.first {
            let others = problems.count > 1 ? " (and \(problems.count - 1) more: vigil protocol check)" : ""
            _ = raise(Fault(headline: "PROTOCOL FILE REFUSED", detail: first.description + others, isGrave: false))
        }
        if let first = refused.first {
            let others = refused.count > 1 ? " (and \(refused.count - 1) more)" : ""
            _ = raise(
                Fault(headline: "SESSION NOT OPENED", detail: "\(first.path): \(first.reason)\(others)", isGrave: true)
            )
        }
    }
}

extension StationLoop {
    /// Notes that the station was off, if it was for long.
    func noteAbsence(since lastLifeUTCMicros: Int64) {
        guard lastLifeUTCMicros > .min, clock.now().utcMicros - lastLifeUTCMicros > Self.absenceMicros else { return }
        apply(.wasOff(fromUTCMicros: lastLifeUTCMicros))
    }
}
