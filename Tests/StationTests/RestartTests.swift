import EventLog
import Foundation
import Glibc
import Journal
import Screens
import Session
import Settings
import Station
import TestSupport
import Testing

@Suite struct `A station that starts again` {
    @Test func `goes on with every open session, its timers right`() throws {
        let bench = try LoopBench()
        let id = try bench.checkIn()
        try bench.startInfusing(id)
        bench.wait(seconds: 10 * 60)
        bench.give(.recordNote("ten minutes", observedAtMicros: nil), to: id)
        #expect(bench.turn { !bench.loop.station.isSaving })
        let before = try #require(bench.loop.station.session(id))
        let again = try bench.restarted(afterSeconds: 30)
        let after = try #require(again.loop.station.session(id))
        #expect(after == before)
        let moment = try #require(again.loop.station.moment(of: id))
        #expect(moment.sessionMicros == (10 * 60 + 30) * Micros.perSecond)
        #expect(again.loop.station.ward.faults.isEmpty)
        #expect(after.dose(at: moment)?.givenNanoliters == 10_500_000)
    }

    @Test(arguments: [(60, false), (61, true), (3600, true)])
    func `notes in every live session that it was off for over a minute`(seconds: Int64, isNoted: Bool) throws {
        let bench = try LoopBench()
        let id = try bench.checkIn()
        let again = try bench.restarted(afterSeconds: seconds)
        #expect(again.turn { !again.loop.station.isSaving })
        let last = try #require(again.loop.station.session(id)?.entries.last)
        #expect((last.body.kind == "station.wasOff") == isNoted)
        #expect(again.loop.station.ward.faults.contains { $0.headline == "STATION WAS OFF" } == isNoted)
    }

    @Test func `asks at its next start too, until somebody has looked at the pump`() throws {
        let bench = try LoopBench()
        let id = try bench.checkIn()
        try bench.startInfusing(id)
        let first = try bench.restarted(afterSeconds: 120)
        #expect(first.turn { !first.loop.station.isSaving })

        let second = try first.restarted(afterSeconds: 5)

        let asked = try #require(second.loop.station.ward.faults.first { $0.headline == "STATION WAS OFF" })
        #expect(asked.detail.contains("2 min, no alarms. Still infusing? i at C1"), "\(asked.detail)")
        second.give(.readVolume(volumeNanoliters: 1_000_000, stillInfuses: true), to: id)
        second.wait(seconds: 601)
        #expect(second.turn { second.loop.station.ward.faults.isEmpty })
    }

    @Test func `keeps what was being written when it was told to end`() throws {
        let bench = try LoopBench()
        let id = try bench.checkIn()
        for number in 0..<50 { bench.give(.recordNote("note \(number)", observedAtMicros: nil), to: id) }
        let again = try bench.restarted(afterSeconds: 1)
        #expect(again.loop.station.session(id)?.nextNumber == 51)
    }

    @Test func `leaves closed sessions alone`() throws {
        let bench = try LoopBench()
        let id = try bench.checkIn()
        bench.give(.cancel(Reason(code: "noShow", text: "did not come")), to: id)
        bench.give(.close, to: id)
        #expect(bench.turn { bench.loop.station.session(id) == nil })
        let again = try bench.restarted(afterSeconds: 600)
        #expect(again.loop.station.sessions.isEmpty)
        #expect(again.loop.station.ward.faults.isEmpty)
    }

    /// Who left an hour ago may sit next door; who left yesterday does not.
    @Test func `knows who was closed today, until the local day ends`() throws {
        let bench = try LoopBench()
        let id = try bench.checkIn()
        bench.give(.cancel(Reason(code: "noShow", text: "did not come")), to: id)
        bench.give(.close, to: id)
        #expect(bench.turn { bench.loop.station.session(id) == nil })
        #expect(bench.loop.station.ward.closedToday.map(\.mrn) == ["100234"])

        let again = try bench.restarted(afterSeconds: 600)

        #expect(again.loop.station.ward.closedToday.map(\.session) == [id])
        #expect(again.loop.station.ward.closedToday.map(\.who) == ["Sample, Ada *1984, closed today"])
        let other = try again.checkIn(samplePatient(name: "Sample, Bo", mrn: "555"))
        let stay = try #require(again.loop.station.ward.stay(other))
        #expect(
            again.loop.station.ward.nameAlert(of: stay)?.sentence
                == "NAME ALERT 1 closed today same surname, same birth date"
        )
        let tomorrow = try again.restarted(afterSeconds: 24 * 3600)
        #expect(tomorrow.loop.station.ward.closedToday.isEmpty)
    }

    /// Neither a restart, nor a closed session, nor a folder that was moved elsewhere gives a number again.
    @Test func `gives no temporary number twice, whatever became of the session that had it`() throws {
        let bench = try LoopBench()
        for number in 1...2 {
            #expect(bench.loop.station.openSessions.nextOrdinal == number)
            let id = try bench.checkIn(samplePatient(mrn: "TEMP-\(number)"))
            bench.give(.cancel(Reason(code: "noShow", text: "did not come")), to: id)
            bench.give(.close, to: id)
            #expect(bench.turn { bench.loop.station.session(id) == nil })
            bench.wait(seconds: 60)
        }
        let first = try #require(bench.loop.station.ward.closedToday.first).session
        let folder = "\(bench.home.path)/sessions/\(try #require(SessionID(text: first)).folder)"
        try FileManager.default.removeItem(atPath: folder)

        let later = try bench.restarted(afterSeconds: 3 * 24 * 3600)

        #expect(later.loop.station.ward.known.isEmpty)
        #expect(later.loop.station.openSessions.nextOrdinal == 3)
    }

    @Test func `does not start twice in one home`() throws {
        let bench = try LoopBench()
        #expect(throws: StationError.self) {
            try StationStart(home: bench.home, clock: bench.clock).make()
        }
        #expect(access(bench.home.socketPath, F_OK) == 0, "the running station keeps its socket")
    }

    /// In a process of its own: here another test may have been given the number of what is closed twice.
    @Test func `closes the lock once where another station holds it`() async {
        await #expect(processExitsWith: .success) {
            let place = try TemporaryHome()
            let lock = try HomeLock(place.home)
            #expect(throws: StationError.self) { try HomeLock(place.home) }
            withExtendedLifetime(lock) {}
        }
    }

    @Test func `takes the place of a socket that a killed station left`() throws {
        let place = try TemporaryHome()
        let stale = open(place.home.socketPath, O_CREAT | O_WRONLY, 0o600)
        close(stale)
        let now = ClockReading(boot: "boot", bootMicros: 1, utcMicros: SessionScript.morning)
        let bench = try LoopBench(place, at: now)
        _ = try TestConsole(bench.home)
    }

    @Test(arguments: ["/proc/vigil", "/dev/null/vigil"])
    func `says what to do where its home cannot be written`(path: String) throws {
        let clock = SimulatedClock(from: SystemClock().now(), speed: 0)
        let error = #expect(throws: StationError.self) {
            try StationStart(home: StationHome(path: path), clock: clock).make()
        }
        #expect(error?.cure.contains("VIGIL_HOME") == true)
    }

    @Test func `says on every console that its home cannot be written any more`() throws {
        let bench = try LoopBench()
        #expect(bench.turn { access(bench.home.alivePath, F_OK) == 0 })
        unlink(bench.home.alivePath)
        mkdir(bench.home.alivePath, 0o700)
        let again = try bench.restarted(afterSeconds: 1)
        #expect(again.turn { again.loop.station.ward.faults.contains { $0.headline == "NOTHING CAN BE SAVED" } })
        rmdir(bench.home.alivePath)
    }

    @Test func `asks for its name, chairs and staff in an empty home, and keeps the answers`() throws {
        let bench = try LoopBench(isConfigured: false)
        #expect(!bench.loop.station.facts.isConfigured)
        let console = try TestConsole(bench.home)
        console.sayHello()
        #expect(bench.turn { !bench.loop.station.consoleIDs.isEmpty })
        let setup = StationSetup(stationName: "Ward 3", chairs: ["A", "B"], staffName: "Amara Osei", staffRole: .nurse)
        bench.loop.perform(.setUp(setup))
        #expect(bench.turn { bench.loop.station.facts.isConfigured })
        #expect(try StationConfiguration.read(home: bench.home.path)?.chairs == ["A", "B"])
        let again = try bench.restarted(afterSeconds: 1)
        #expect(again.loop.station.facts.staff.map(\.name) == ["Amara Osei"])
        #expect(again.loop.station.facts.name == "Ward 3")
    }
}
