import Journal
import Session
import Station

/// A station of its own for trying Vigil: simulated patients at every stage, in a directory that goes with it.
package enum Demonstration {
    private static let simulatedChairs = 6
    private static let allChairs = 8
    /// So far back the first patient came, so that every stage is to be seen at once.
    private static let headStart = 127 * Micros.perMinute
    /// From one leaving over recovery and infusions to one who has just come.
    private static let gapMinutes = [37, 34, 18, 14, 20, 20]

    /// Starts the station, has `console` run on it, and ends the station when that returns.
    ///
    /// - Parameter console: is given the home's path and returns its exit status.
    package static func run(speed: Int, seed: UInt64 = 7, console: (_ home: String) -> Int32) -> Int32 {
        do {
            let place = try TemporaryHome()
            defer { withExtendedLifetime(place) {} }
            let home = place.home
            let station = try RunningStation { try make(home, speed: max(1, speed), seed: seed) }
            let status = console(home.path)
            _ = station.stop()
            return status
        } catch {
            return StationProgram.fail(error)
        }
    }

    /// Makes the station and lets its past happen before anybody looks.
    static func make(_ home: StationHome, speed: Int, seed: UInt64) throws -> StationLoop {
        var past = SystemClock().now().advanced(byMicros: -headStart)
        // A machine that was started a minute ago has no past on its own boot clock.
        past.bootMicros += headStart
        past.boot = "demonstration-\(past.bootMicros)"
        let clock = SimulatedClock(from: past, speed: 0)
        let staff = SimulatedStaff(stationName: "Demo ward", chairs: allChairs, visitor: "You (visitor)")
        let start = StationStart(home: home, clock: clock, isSimulated: true, seed: seed) { home, journal in
            try staff.prepare(home, journal, at: clock.now())
        }
        let loop = try start.make()
        let plan = Simulator.Plan(chairs: simulatedChairs, sessions: nil, seed: seed, gapMinutes: gapMinutes)
        loop.companion = Simulator(plan, startingAt: past.utcMicros)
        catchUp(loop, clock, toUTC: past.utcMicros + headStart)
        clock.run(speed: speed)
        return loop
    }

    /// Runs the simulated people through a time in no time.
    private static func catchUp(_ loop: StationLoop, _ clock: SimulatedClock, toUTC end: Int64) {
        while !loop.isEnding {
            if !loop.station.isSaving {
                guard let due = loop.nextDeadlineUTCMicros, due <= end else { break }
                clock.jump(toUTC: due)
            }
            loop.step(atMostMilliseconds: 100)
        }
        clock.jump(toUTC: end)
    }
}
