package import EventLog
import Glibc
package import Journal
import Screens
package import Session
import Settings

/// Makes a station out of what lies in its home.
package struct StationStart {
    let home: StationHome
    let clock: any Clock
    let isSimulated: Bool
    /// Whether consoles may connect.
    let isListening: Bool
    let seed: UInt64
    /// The zone of the records; nil for the machine's.
    let zone: (name: String, offsets: ZoneOffsets)?
    /// Where the clinic's own protocols lie; nil for the shipped ones alone.
    let protocolDirectory: String?
    let disk: any Disk
    /// What is done to the home, and to the clock, before either is read: under the home's lock.
    let prepare: (StationHome, JournalHome) throws -> Void

    package init(
        home: StationHome,
        clock: any Clock,
        isSimulated: Bool = false,
        isListening: Bool = true,
        seed: UInt64 = .random(in: .min ... .max),
        zone: (name: String, offsets: ZoneOffsets)? = nil,
        protocolDirectory: String? = Self.userProtocolDirectory(),
        disk: any Disk = SystemDisk(),
        prepare: @escaping (StationHome, JournalHome) throws -> Void = { _, _ in }
    ) {
        self.home = home
        self.clock = clock
        self.isSimulated = isSimulated
        self.isListening = isListening
        self.seed = seed
        self.zone = zone
        self.protocolDirectory = protocolDirectory
        self.disk = disk
        self.prepare = prepare
    }

    /// Takes the lock, opens what was open, and notes how long the station was off.
    ///
    /// - Throws: what stands in the way of a station, with what to do; sessions that cannot be opened do not, they
    ///   are shown on every console.
    package func make() throws -> StationLoop {
        try home.prepare()
        let lock = try HomeLock(home)
        let mailbox = try Mailbox()
        try prepare(home, JournalHome(path: home.path, disk: disk))
        let now = clock.now()
        let files = try StationFiles(of: home, protocolDirectory: protocolDirectory)
        let keepers = keepers(files, mailbox)
        let found = try open(keepers, files, at: now)
        let loop = StationLoop(
            station: station(files, found, keepers, at: now),
            clock: clock,
            mailbox: mailbox,
            keepers: keepers,
            listener: isListening ? try ListeningSocket(path: home.socketPath) : nil,
            lock: lock
        )
        begin(loop, found, at: now)
        return loop
    }

    private func keepers(_ files: StationFiles, _ mailbox: Mailbox) -> Keepers {
        let room = RecordRoom(
            home: home,
            journal: JournalHome(path: home.path, disk: disk, fallback: files.configuration?.fallback),
            names: files.names,
            mailbox: mailbox
        )
        return Keepers(in: room, protocols: files.library.entries, seed: seed)
    }

    /// Has each keeper open what it keeps, the journal first: it knows how far the others had got.
    private func open(_ keepers: Keepers, _ files: StationFiles, at now: ClockReading) throws -> StartFindings {
        var problems = StartProblems(in: keepers.room.journal)
        let memory = keepers.journal.open(at: now, &problems)
        var staff: [StaffMember] = []
        if let configuration = files.configuration {
            let head = memory.heads[StationKnowledge.staffName]
            staff = keepers.staff.open(at: now, expecting: head, &problems)
            keepers.journal.takeKey(station: configuration.name, at: now, &problems)
            check(configuration.fallback, &problems)
        }
        return StartFindings(
            memory: memory,
            staff: staff,
            sessions: try keepers.sessions.open(at: now, expecting: memory.heads),
            problems: problems,
            lastSign: Heartbeat.last(in: home)
        )
    }

    private func check(_ fallback: String?, _ problems: inout StartProblems) {
        guard let fallback, (try? disk.item(at: fallback)) != .directory else { return }
        problems.add(.fallbackMissing, "make \(fallback) on another disk", isGrave: false)
    }

    /// The station with all that was open, and with what the screens have to say of this start.
    private func station(
        _ files: StationFiles,
        _ found: StartFindings,
        _ keepers: Keepers,
        at now: ClockReading
    ) -> Station {
        let opened = found.sessions
        // A start in the same second as one that was broken off must not draw the same names for new sessions.
        let lots = seed ^ 0x5EED &+ UInt64(opened.count)
        var station = Station(facts: facts(files, found, at: now), at: now, seed: lots)
        station.resume(opened.open.map { OpenedSession(session: $0.folded.session, clock: $0.journal.clock) })
        for fault in found.problems.faults { _ = station.raise(fault) }
        station.report(files.library.problems)
        station.report(opened)
        let journal = keepers.room.journal
        let dayBegan = station.facts.zone.dayBegan(atUTC: now.utcMicros)
        let closed = journal.sessionsClosed(since: dayBegan, at: now)
        station.remember(closed: closed, ordinal: journal.newestOrdinal(of: opened))
        return station
    }

    /// Writes down what was found and how long nobody watched, and has the keepers go on with what the end cut short.
    private func begin(_ loop: StationLoop, _ found: StartFindings, at now: ClockReading) {
        for fault in loop.station.faults where fault.isGrave {
            loop.keepers.journal.note(.faultRaised(headline: fault.headline, detail: fault.detail), at: now)
        }
        if let lastLife = found.lastLifeUTCMicros { loop.noteAbsence(since: lastLife) }
        if let before = found.memory.lastReading { loop.noticeClockStep(since: before, at: now) }
        loop.keepers.sessions.seal(found.sessions.unsealed, at: now)
        loop.keepers.sessions.audit()
    }
}
