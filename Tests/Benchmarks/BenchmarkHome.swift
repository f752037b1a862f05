import EventLog
import Glibc
import Journal
import Session
import Settings
import TestSupport

/// A station's home with all its chairs in use, eight where nothing is said: every patient in the middle of an infusion.
///
/// The logs are written as the station writes them, through commands, so that nothing here is cheaper than in a clinic.
struct BenchmarkHome {
    static let chairs = 8
    /// When each patient was checked in, before now; fifteen of these minutes are infusion.
    private static let minutesSinceOpening: Int64 = 25
    private static let names = [
        "Abel", "Brandt", "Castro", "Dufour", "Ekholm", "Fabre", "Gruber", "Hansen", "Ivanov", "Jensen", "Keller",
        "Lindqvist", "Mercier", "Nowak", "Olsen", "Petit",
    ]

    let path: String
    private let sessions: Int
    private let now: ClockReading
    private let journal: JournalHome
    private let station = StationNames(station: "Benchmark", writer: "vigil-benchmarks")

    init(at path: String, sessions: Int = chairs, eventsPerSession: Int) throws(BenchmarkError) {
        self.path = path
        self.sessions = sessions
        now = Self.clock()
        journal = JournalHome(path: path, disk: SystemDisk())
        do {
            try journal.disk.makeDirectories(path)
            try writeStation()
            let sha256 = try journal.putProtocol(ProtocolFile.shipped[0].bytes)
            for chair in 0..<sessions { try writeSession(chair, eventsPerSession, sha256) }
        } catch {
            throw .failed("the home \(path) could not be made: \(error)")
        }
    }

    /// The last patient's surname: when it stands on the screen, all stand there.
    var lastName: String { Self.names[sessions - 1] }

    private func writeStation() throws {
        let chairs = (1...max(Self.chairs, sessions)).map { "\"C\($0)\"" }.joined(separator: ", ")
        let text = "name: \"Benchmark\"\nchairs: [\(chairs)]\nprotocol: \"iv-mood-0.5\"\n"
        guard let file = fopen(path + "/station.yaml", "w") else { throw BenchmarkError.failed("errno \(errno)") }
        fputs(text, file)
        fclose(file)
        let staff = try StaffLog.open(journal, at: now, names: station)
        _ = try staff.add(name: "Nurse Moreno", role: .nurse, by: .system, at: now)
        staff.close()
    }

    private func writeSession(_ chair: Int, _ count: Int, _ sha256: String) throws {
        let events = try moved(Self.events(chair, count), sha256: sha256)
        let passed = Self.minutesSinceOpening * Micros.perMinute
        let opening = ClockReading(
            boot: now.boot,
            bootMicros: now.bootMicros - passed,
            utcMicros: now.utcMicros - passed
        )
        let id = SessionID(openedAtUTC: opening.utcMicros, lots: UInt64(chair + 1))
        let log = try SessionJournal.create(
            id,
            in: journal,
            events: EventBatch(events, by: SessionClock(openedAt: opening)),
            openedAt: opening,
            lots: UInt64(chair),
            names: station
        ) { _, _ in }
        guard log.stop().isEmpty else { throw BenchmarkError.failed("\(id) was not saved") }
    }

    /// The events as of now instead of the script's own day, under the protocol that lies in the home.
    private func moved(_ events: [Event], sha256: String) -> [Event] {
        let shift = now.utcMicros - Self.minutesSinceOpening * Micros.perMinute - SessionScript.morning
        return events.map { event in
            var event = event
            event.at.utcMicros += shift
            event.observedAtMicros = event.observedAtMicros.map { $0 + shift }
            if case .sessionOpened(var opening) = event.body {
                opening.protocolSHA256 = sha256
                event.body = .sessionOpened(opening)
            }
            return event
        }
    }

    /// Events of a session that are decided by commands; what a longer one has beyond repeats the last of them.
    private static let decidedCount = 5000

    /// Checked in, prepared, started, and charted at an even pace until `count` events stand.
    private static func events(_ chair: Int, _ count: Int) throws(Refusal) -> [Event] {
        let patient = samplePatient(
            name: "\(names[chair]), Ada",
            mrn: "77\(chair * 37)3\(chair)",
            birthYear: 1950 + chair * 3
        )
        var script = try SessionScript(patient: patient, chair: "C\(chair + 1)")
        script.wait(minutes: 9)
        try script.startInfusing()
        let left = min(count, decidedCount) - script.session.entries.count
        let stepMicros = 15 * Micros.perMinute / Int64(max(1, left + 1))
        for number in 0..<max(0, left) {
            script.now.utcMicros += stepMicros
            script.now.sessionMicros += stepMicros
            if number % 20 == 0 {
                let vitals = sampleVitals(128 + (number / 20 + chair) % 9, 80, heartRate: 74 + chair)
                try script.give(.recordVitals(vitals, observedAtMicros: nil))
            } else {
                try script.give(.recordNote("Resting comfortably, eyes closed, \(number)", observedAtMicros: nil))
            }
        }
        let decided = script.session.entries
        return decided
            + (decided.count..<max(count, decided.count)).map { number in
                var event = decided[decided.count - 1000 + number % 1000]
                (event.number, event.at) = (number, script.now)
                return event
            }
    }

    static func clock() -> ClockReading {
        func micros(_ clock: clockid_t) -> Int64 {
            var time = timespec()
            clock_gettime(clock, &time)
            return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
        }
        // A boot of its own, a day old: a machine that was started a minute ago has no past on its own boot clock.
        return ClockReading(
            boot: "benchmark",
            bootMicros: micros(CLOCK_BOOTTIME) + Micros.perDay,
            utcMicros: micros(CLOCK_REALTIME)
        )
    }
}
