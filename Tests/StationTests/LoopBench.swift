import EventLog
import Journal
import Screens
import Session
import Settings
import Station
import TestSupport

/// A real station in a directory of its own, with a clock that stands; the test turns its loop.
final class LoopBench {
    let home: StationHome
    /// Goes with the last station that runs in it.
    private let place: TemporaryHome
    private(set) var loop: StationLoop
    let clock: SimulatedClock

    /// Generous: only a station that hangs ever comes near it.
    static let patienceMilliseconds = 20_000

    /// Makes a home and starts a station in it.
    convenience init(isConfigured: Bool = true, disk: any Disk = SystemDisk()) throws {
        let now = ClockReading(boot: "boot 1", bootMicros: 9_000_000_000, utcMicros: SessionScript.morning)
        try self.init(TemporaryHome(), at: now, isConfigured: isConfigured, disk: disk)
    }

    /// Starts a station in a home that is there.
    init(_ place: TemporaryHome, at now: ClockReading, isConfigured: Bool = true, disk: any Disk = SystemDisk()) throws
    {
        self.place = place
        home = place.home
        clock = SimulatedClock(from: now, speed: 0)
        loop = try StationStart(home: home, clock: clock, seed: 1, disk: disk) { home, journal in
            guard isConfigured, try StationConfiguration.read(home: home.path) == nil else { return }
            let log = try StaffLog.open(journal, at: now, names: StationNames(station: "Ward", writer: "test"))
            _ = try log.add(name: "Amara Osei", role: .nurse, by: .system, at: now)
            log.close()
            try StationConfiguration(name: "Ward", chairs: ["C1", "C2"]).write(home: home.path)
        }
        .make()
    }

    /// Turns the loop until something holds; false if it never does.
    func turn(until condition: () -> Bool) -> Bool {
        let deadline = ContinuousClock.now + .milliseconds(Self.patienceMilliseconds)
        while !condition() {
            guard ContinuousClock.now < deadline else { return false }
            loop.step(atMostMilliseconds: 5)
        }
        return true
    }

    /// Ends this station in order and starts another in its home, so much later and in another boot.
    func restarted(afterSeconds seconds: Int64) throws -> LoopBench {
        _ = loop.end()
        var later = clock.now().advanced(byMicros: seconds * Micros.perSecond)
        later.boot += ", another"
        later.bootMicros = 1_000_000
        return try LoopBench(place, at: later)
    }

    func wait(seconds: Int64) {
        clock.jump(toUTC: clock.now().utcMicros + seconds * Micros.perSecond)
    }

    static let nurse = Author.staff(id: "n001", role: .nurse)

    /// Checks a patient in and returns the session's id once it is on disk.
    func checkIn(_ patient: Patient = samplePatient(), chair: String? = "C1") throws -> String {
        let choice = try required(loop.station.facts.protocols.first)
        let opening = Opening(
            patient: patient,
            chair: chair,
            protocolID: choice.rules.id,
            protocolVersion: choice.rules.version,
            protocolSHA256: choice.sha256,
            asked: loop.station.questions(about: patient)
        )
        let before = Set(loop.station.sessions.map(\.id))
        loop.perform(.open(opening, by: Self.nurse))
        guard turn(until: { loop.station.sessions.count > before.count }) else {
            throw StationError(what: "nobody was checked in", cure: "see the faults")
        }
        return try required(loop.station.sessions.map(\.id).first { !before.contains($0) })
    }

    func give(_ command: Command, to session: String) {
        loop.perform(.record(session: session, command, by: Self.nurse))
    }

    /// Brings a patient to a running infusion.
    func startInfusing(_ id: String) throws {
        let rules = try required(loop.station.session(id)).rules
        give(.confirmIdentity([.name, .birthDate]), to: id)
        give(.answerScreening(clearScreening(rules)), to: id)
        give(.placeOrder(sampleOrder(), confirmedUnusual: false), to: id)
        give(.recordVitals(sampleBaselineVitals(), observedAtMicros: nil), to: id)
        give(.recordDissociation(Dissociation(score: 0, moaas: 5), observedAtMicros: nil), to: id)
        give(.placeAccess(site: "L forearm", gauge: "22G"), to: id)
        give(.drawDrug(sampleContainer()), to: id)
        give(.declareReady, to: id)
        give(sampleTimeout(try required(loop.station.session(id))), to: id)
        give(.start(samplePump()), to: id)
    }

    private func required<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw StationError(what: "something a test needs is not there", cure: "see the trace") }
        return value
    }
}
