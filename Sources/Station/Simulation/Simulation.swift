import EventLog
import Glibc
import Journal
import Session

/// Whole sessions without a screen: through commands alone, on a real home, every entry on disk.
package enum Simulation {
    /// Runs sessions, or goes on with those an earlier run left open, and prints what came out.
    ///
    /// - Returns: the process's exit status: 1 if something could not be saved or the simulation could not run.
    package static func run(_ options: SimulationOptions) -> Int32 {
        do {
            let home = StationHome(path: options.home)
            let series = try options.vitalsPath.map(Self.series)
            let clock = SimulatedClock(from: start(after: home), speed: options.speed)
            let staff = SimulatedStaff(stationName: "Simulation", chairs: options.chairs)
            let loop = try StationStart(
                home: home,
                clock: clock,
                isSimulated: true,
                isListening: false,
                seed: UInt64.random(in: .min ... .max),
                prepare: staff.prepare
            ).make()
            try refuseRealPatients(loop.station, home: home)
            loop.mailbox.stopOnSignals()
            let plan = Simulator.Plan(
                chairs: options.chairs,
                sessions: options.sessions,
                seed: options.seed,
                series: series
            )
            var simulator = Simulator(plan, startingAt: clock.now().utcMicros)
            simulator.adopt(loop.station)
            loop.simulator = simulator
            if options.acks { loop.onDurable = Self.acknowledge }
            let isFailing = drive(loop, clock, options)
            let open = loop.station.sessions
            let tally = loop.simulator?.tally ?? SimulationTally()
            let unsaved = loop.end()
            report(tally.text(openSessions: open), series: series, toErrors: options.acks)
            return isFailing ? 1 : StationProgram.finish(unsaved)
        } catch {
            return StationProgram.fail(error)
        }
    }

    /// - Returns: whether it ended because something could not be written.
    private static func drive(_ loop: StationLoop, _ clock: SimulatedClock, _ options: SimulationOptions) -> Bool {
        let end = options.minutes.map { clock.now().utcMicros + Int64($0) * Micros.perMinute } ?? .max
        while !loop.isEnding, loop.simulator?.isDone == false || loop.station.isSaving, clock.now().utcMicros < end {
            if !loop.station.failing.isEmpty {
                StationProgram.complain("the simulation's entries could not be written: free space and run it again")
                return true
            }
            guard options.speed == 0 else {
                loop.step(atMostMilliseconds: 1000)
                continue
            }
            // Time stands until everything is on disk, and then goes to the next thing that happens.
            if !loop.station.isSaving, let due = loop.simulator?.nextDueUTCMicros { clock.jump(toUTC: min(due, end)) }
            loop.step(atMostMilliseconds: loop.station.isSaving || loop.simulator?.isDone == true ? 100 : 0)
        }
        return false
    }

    /// Simulated time goes on where the last run's ended, so that no record is older than the one before it.
    private static func start(after home: StationHome) -> ClockReading {
        var now = SystemClock().now()
        // Each run is a boot of its own: its boot clock does not run with the machine's.
        now.boot = "simulated-\(getpid())-\(now.bootMicros)"
        guard let last = Heartbeat.last(in: home) else { return now }
        return now.advanced(byMicros: max(0, last.utcMicros - now.utcMicros))
    }

    private static func series(_ path: String) throws(StationError) -> VitalsSeries {
        let series = try VitalsSeries(text: FileText.read(path, limit: 64 * 1024 * 1024), name: path)
        guard !series.sets.isEmpty else {
            throw StationError(
                what: "\(path) holds no blood pressure",
                cure: "a set needs NIBP_SYS and NIBP_DIA at one time"
            )
        }
        return series
    }

    private static func refuseRealPatients(_ station: Station, home: StationHome) throws(StationError) {
        guard station.sessions.contains(where: { $0.opening?.isSimulated == false }) else { return }
        throw StationError(
            what: "\(home.path) holds sessions of real patients",
            cure: "give a simulation a directory of its own with --home"
        )
    }

    private static func acknowledge(_ id: String, _ numbers: Range<Int>) {
        let lines = Array(numbers.map { "\(id) \($0)\n" }.joined().utf8)
        _ = write(STDOUT_FILENO, lines, lines.count)
    }

    private static func report(_ text: String, series: VitalsSeries?, toErrors: Bool) {
        let source = series.map {
            "series: \($0.sets.count) cuff sets, \($0.noReadingCount) zeros skipped as no reading\n"
        }
        let bytes = Array(((source ?? "") + text).utf8)
        _ = write(toErrors ? STDERR_FILENO : STDOUT_FILENO, bytes, bytes.count)
    }
}
