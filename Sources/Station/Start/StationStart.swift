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
        let configuration = try StationConfiguration.read(home: home.path)
        let journal = JournalHome(path: home.path, disk: disk, fallback: configuration?.fallback)
        let library = ProtocolLibrary(home: home.path, directory: protocolDirectory)
        let names = StationNames(station: configuration?.name ?? "Vigil", writer: ProgramVersion.writer)
        let records = StationRecords(
            home: home,
            journal: journal,
            names: names,
            mailbox: mailbox,
            protocols: Dictionary(library.entries.map { (Self.sha256($0), $0.bytes) }, uniquingKeysWith: { $1 }),
            seed: seed
        )
        var problems = StartProblems()
        let kept = openStation(journal, at: now, names, for: records, &problems)
        let heads = kept.knowledge.expected
        let staff =
            configuration == nil
            ? [] : openStaff(journal, at: now, names, heads[StationKnowledge.staffName], for: records, &problems)
        if let configuration {
            var change: String?
            problems.take("STATION KEY CANNOT BE USED") {
                change = try records.takeKey(station: configuration.name, at: now)
            }
            if let change {
                problems.add(
                    "STATION KEY CHANGED",
                    "If nobody restored this home, vigil verify it. \(change)",
                    isGrave: true
                )
            }
            if let fallback = configuration.fallback, (try? disk.item(at: fallback)) != .directory {
                problems.add("FALL-BACK FOLDER MISSING", "make \(fallback) on another disk", isGrave: false)
            }
        }
        let lastSign = Heartbeat.last(in: home)
        let isStaffKnown = heads[StationKnowledge.staffName] != nil
        let facts = facts(configuration, library: library, staff: staff, isStaffKnown: isStaffKnown, at: now)
        keepProtocols(library, in: journal, for: heads)
        let opened = try journal.openSessions(
            at: now,
            names: names,
            heads: heads,
            protocols: Dictionary(
                library.entries.map { (LogHash(of: $0.bytes), $0.bytes) },
                uniquingKeysWith: { $1 }
            ),
            parse: { try ProtocolFile.readKept(bytes: $0) },
            onReport: records.reports
        )
        for open in opened.open { records.adopt(open.journal) }
        var station = makeStation(
            facts,
            opened.shortened(for: journal),
            library.problems,
            problems.shortened(for: journal),
            at: now
        )
        let closed = journal.sessionsClosed(since: facts.zone.dayBegan(atUTC: now.utcMicros), at: now)
        station.remember(closed: closed, ordinal: journal.newestOrdinal(of: opened))
        let loop = StationLoop(
            station: station,
            clock: clock,
            mailbox: mailbox,
            records: records,
            listener: isListening ? try ListeningSocket(path: home.socketPath) : nil,
            lock: lock
        )
        for fault in loop.station.faults where fault.isGrave {
            records.note(.faultRaised(headline: fault.headline, detail: fault.detail), at: now)
        }
        for open in opened.open where open.isNewlyDamaged {
            records.note(
                .logDamaged(log: open.journal.id.text, findings: open.damage.map(\.description)),
                at: now
            )
        }
        let lastLife = max(lastSign?.utcMicros ?? .min, opened.open.map(\.lastRecordedUTCMicros).max() ?? .min)
        loop.noteAbsence(since: lastLife)
        if let before = kept.lastReading { loop.noticeClockStep(since: before, at: now) }
        records.seal(opened.unsealed, at: now)
        records.audit()
        return loop
    }

    /// Puts the protocols of this station back among the attachments where one is missing or altered: no patient is to go
    /// without for it.
    private func keepProtocols(_ library: ProtocolLibrary, in journal: JournalHome, for heads: [String: LogHead]) {
        guard heads.keys.contains(where: { SessionID(text: $0) != nil }) else { return }
        for entry in library.entries {
            _ = try? journal.putProtocol(entry.bytes)
        }
    }

    private func makeStation(
        _ facts: StationFacts,
        _ opened: OpenedSessions,
        _ files: [SettingsError],
        _ problems: StartProblems,
        at now: ClockReading
    ) -> Station {
        // A start in the same second as one that was broken off must not draw the same names for new sessions.
        var station = Station(facts: facts, at: now, seed: seed ^ 0x5EED &+ UInt64(opened.count))
        station.resume(opened.open.map { OpenedSession(session: $0.folded.session, clock: $0.journal.clock) })
        station.report(files: files, refused: opened.refused, problems)
        station.reportDamage(opened.open.filter { !$0.damage.isEmpty })
        station.report(falseSeals: opened.falseSeals)
        station.reportMissingProtocols(opened.open)
        station.reportCuts(opened.open.filter { $0.cut != nil })
        return station
    }

    /// Opens the station's journal; a disk that takes nothing more must not hide the patients.
    private func openStation(
        _ journal: JournalHome,
        at now: ClockReading,
        _ names: StationNames,
        for records: StationRecords,
        _ problems: inout StartProblems
    ) -> (knowledge: StationKnowledge, lastReading: ClockReading?) {
        do throws(DiskError) {
            if try !journal.ballast.hold() {
                problems.add(Station.spaceLow, "free space on this disk now", isGrave: true)
            }
        } catch {
            problems.add(Station.homeNotWritable, "\(error)", isGrave: true)
        }
        do throws(JournalError) {
            let opened = try StationJournal.open(journal, at: now, names: names)
            records.adopt(opened.journal)
            if let contradiction = opened.contradiction {
                let cure = "End the station and repair it from a copy"
                problems.add("STATION JOURNAL ALTERED", "\(cure): \(contradiction)", isGrave: true)
            }
            if let finding = opened.findings.first {
                problems.add("STATION JOURNAL DAMAGED", "\(finding)", isGrave: opened.isNewlyDamaged)
            }
            return (opened.knowledge, opened.lastReading)
        } catch {
            problems.add(Station.journalNotWritten, "\(error)", isGrave: true)
            records.retryJournal(isFirstRun: (try? journal.sessions().ids.isEmpty) ?? false)
            return ((try? StationKnowledge.read(journal)) ?? StationKnowledge(), nil)
        }
    }

    /// Opens the staff log, or at least reads the names: a disk that takes nothing more must not hide the patients.
    private func openStaff(
        _ journal: JournalHome,
        at now: ClockReading,
        _ names: StationNames,
        _ head: LogHead?,
        for records: StationRecords,
        _ problems: inout StartProblems
    ) -> [StaffMember] {
        do throws(JournalError) {
            let log = try StaffLog.open(journal, at: now, names: names, expecting: head)
            records.adopt(log)
            if let finding = log.damage.first {
                problems.add(Station.staffDamaged, "\(Self.repairStaff): \(finding)", isGrave: true)
            } else if let problem = log.staff.problems.first {
                problems.add(Station.staffDamaged, "\(Self.repairStaff): \(problem)", isGrave: true)
            }
            if log.isNewlyDamaged {
                records.note(
                    .logDamaged(log: StationKnowledge.staffName, findings: log.damage.map(\.description)),
                    at: now
                )
            }
            return log.staff.members
        } catch .log(.missing(let path)) {
            problems.add(Station.staffDamaged, "\(Self.repairStaff): \(path) is missing", isGrave: true)
            records.note(.logDamaged(log: StationKnowledge.staffName, findings: ["\(path) is missing"]), at: now)
            return []
        } catch {
            problems.add(Station.staffNotAdded, "\(error)", isGrave: true)
            return (try? StaffLog.read(journal, expecting: head).members) ?? []
        }
    }

    private static let repairStaff = "End the station and repair staff from a copy"

    private func facts(
        _ configuration: StationConfiguration?,
        library: ProtocolLibrary,
        staff: [StaffMember],
        isStaffKnown: Bool,
        at now: ClockReading
    ) -> StationFacts {
        let choices = library.entries.map { ProtocolChoice(rules: $0.rules, sha256: Self.sha256($0)) }
        let first = configuration?.protocolName
        return StationFacts(
            name: configuration?.name ?? "",
            chairs: configuration?.chairs ?? [],
            zone: zone?.offsets ?? LocalZone.offsets(aroundUTC: now.utcMicros),
            zoneName: zone?.name ?? LocalZone.name,
            staff: staff,
            protocols: choices.filter { $0.rules.id == first } + choices.filter { $0.rules.id != first },
            drawsASCII: configuration?.ascii ?? false,
            reducedMotion: configuration?.reducedMotion ?? false,
            isSimulated: isSimulated,
            // Where the staff is lost somebody new is added; the station has its name and its chairs.
            isConfigured: configuration != nil && (isStaffKnown || staff.contains(where: \.isActive))
        )
    }

    /// The name under which a protocol's bytes are kept.
    private static func sha256(_ entry: ProtocolLibrary.Entry) -> String { LogHash(of: entry.bytes).hex }

    package static func userProtocolDirectory() -> String? {
        func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
        return ProtocolLibrary.directory(configHome: variable("XDG_CONFIG_HOME"), userHome: variable("HOME"))
    }
}

extension OpenSession {
    var lastRecordedUTCMicros: Int64 { folded.session.entries.last?.at.utcMicros ?? .min }
}

/// What stood in the way of a whole start, for the screens.
struct StartProblems {
    private(set) var faults: [Fault] = []

    mutating func add(_ headline: String, _ detail: String, isGrave: Bool) {
        faults.append(Fault(headline: headline, detail: detail, isGrave: isGrave))
    }

    func shortened(for home: JournalHome) -> StartProblems {
        var problems = self
        for index in faults.indices { problems.faults[index].detail = home.shortened(faults[index].detail) }
        return problems
    }

    /// Does what may fail without ending the start.
    mutating func take(_ headline: String, _ work: () throws -> Void) {
        do {
            try work()
        } catch {
            add(headline, "\(error)", isGrave: true)
        }
    }
}

extension Station {
    /// Shows what of the files could not be used.
    mutating func report(files: [SettingsError], refused: [OpenedSessions.Refused], _ problems: StartProblems) {
        for fault in problems.faults { _ = raise(fault) }
        if let first = files.first {
            let others = files.count > 1 ? " (and \(files.count - 1) more: vigil protocol check)" : ""
            // Where no other is left, nobody can be checked in.
            let isGrave = facts.protocols.isEmpty
            let place = "\(first.file):\(first.line)"
            let detail = "\(first.problem): \(first.cure), then start the station again. \(place)\(others)"
            _ = raise(Fault(headline: "PROTOCOL FILE REFUSED", detail: detail, isGrave: isGrave))
        }
        if let first = refused.first {
            let others = refused.count > 1 ? " (and \(refused.count - 1) more)" : ""
            _ = raise(
                Fault(headline: Self.sessionNotOpened, detail: first.sentence + others, isGrave: true)
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

extension OpenedSessions.Refused {
    /// What was refused and why; a path that the reason names is not said twice.
    fileprivate var sentence: String {
        reason.contains(path) ? "Chart on paper. \(reason)" : "Chart on paper. \(path): \(reason)"
    }
}

extension OpenedSessions {
    /// With what was refused in words that fit a banner.
    fileprivate func shortened(for home: JournalHome) -> OpenedSessions {
        var opened = self
        func shortened(_ refused: Refused) -> Refused {
            Refused(path: home.shortened(refused.path), reason: home.shortened(refused.reason))
        }
        opened.refused = refused.map(shortened)
        opened.falseSeals = falseSeals.map(shortened)
        return opened
    }
}
