import EventLog
import Glibc
import Journal
import Session
import Settings
import Simulation
import Station
import TestSupport
import Testing

@Suite struct `A simulation` {
    private func options(_ place: TemporaryHome, chairs: Int, sessions: Int, minutes: Int? = nil) -> SimulationOptions {
        SimulationOptions(home: place.home.path, chairs: chairs, sessions: sessions, minutes: minutes, seed: 3)
    }

    private func sessions(in place: TemporaryHome) throws -> [FoldedSession] {
        let journal = JournalHome(path: place.home.path, disk: SystemDisk())
        return try journal.sessions().ids.map {
            try FoldedSession.read($0, in: journal) { try ProtocolFile.readKept(bytes: $0) }
        }
    }

    @Test func `takes every patient from check-in to closed, and all of it is on disk`() throws {
        let place = try TemporaryHome()
        let outcome = try SimulationProgram.outcome(of: options(place, chairs: 3, sessions: 5))
        #expect(outcome.tally.closed == 5)
        #expect(outcome.openSessions.isEmpty)
        #expect(outcome.unsavedCount == 0)
        let folded = try sessions(in: place)
        #expect(folded.count == 5)
        #expect(folded.allSatisfy { $0.session.phase == .closed && $0.isFinished && $0.problems.isEmpty })
        #expect(folded.reduce(0) { $0 + $1.session.nextNumber } == outcome.tally.durableEvents)
        #expect(folded.allSatisfy { $0.session.opening?.isSimulated == true })
        for session in folded.map(\.session) {
            #expect(session.balances.allSatisfy { $0.isBalanced })
            #expect(session.vitalsSets.count >= 6)
        }
    }

    @Test func `raises fewer than three medium or high alarms in a session`() throws {
        let place = try TemporaryHome()
        let outcome = try SimulationProgram.outcome(of: options(place, chairs: 10, sessions: 20))
        let grave = (outcome.tally.alarms[.medium] ?? 0) + (outcome.tally.alarms[.high] ?? 0)
        #expect(grave < 3 * 20)
    }

    @Test func `goes on with what an earlier run left open`() throws {
        let place = try TemporaryHome()
        let first = try SimulationProgram.outcome(of: options(place, chairs: 4, sessions: 4, minutes: 35))
        #expect(first.openSessions.count == 4)
        #expect(first.openSessions.contains { $0.phase == .dosing })
        let second = try SimulationProgram.outcome(of: options(place, chairs: 4, sessions: 4))
        #expect(second.tally.resumed == 4)
        #expect(second.tally.opened == 0)
        #expect(second.tally.closed == 4)
        let folded = try sessions(in: place)
        #expect(folded.count == 4)
        #expect(folded.allSatisfy { $0.session.phase == .closed })
    }

    @Test func `leaves the patients of a real station alone`() throws {
        let place = try TemporaryHome()
        let clock = SimulatedClock(from: SystemClock().now(), speed: 0)
        let real = try StationStart(home: place.home, clock: clock) { home, journal in
            let names = StationNames(station: "Ward", writer: "test")
            let log = try StaffLog.open(journal, at: clock.now(), names: names)
            _ = try log.add(name: "Amara Osei", role: .nurse, by: .system, at: clock.now())
            log.close()
            try StationConfiguration(name: "Ward", chairs: ["C1"]).write(home: home.path)
        }.make()
        #expect(real.end() == 0)
        let before = try `A simulation is an experiment`.logs(of: place)

        #expect(throws: StationError.self) {
            try SimulationProgram.outcome(of: SimulationOptions(home: place.home.path, chairs: 1))
        }

        #expect(try `A simulation is an experiment`.logs(of: place) == before)
    }

    @Test(arguments: ["mimic_s00001_clean_120min.csv", "mimic_s00001_gappy_120min.csv", "ivy450c_serial_28frames.csv"])
    func `charts from a real series, zeros skipped`(name: String) throws {
        let path = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined() + "/shared/data/vitals/" + name
        guard access(path, R_OK) == 0 else {
            print("skipped: there is no \(path)")
            return
        }
        let place = try TemporaryHome()
        var options = options(place, chairs: 1, sessions: 1)
        options.vitalsPath = path
        let outcome = try SimulationProgram.outcome(of: options)
        #expect(outcome.tally.setsRecorded + outcome.tally.setsRefused == outcome.series?.setCount)
        #expect(outcome.tally.setsRecorded > 0)
        for set in try sessions(in: place).flatMap(\.session.vitalsSets) {
            for parameter in [Parameter.systolicMmHg, .heartRatePerMin, .spo2Percent] {
                #expect(set.vitals[parameter] != .value(0))
            }
        }
    }
}
