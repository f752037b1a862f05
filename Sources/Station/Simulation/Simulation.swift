import EventLog
import Glibc
import Journal
package import Session

/// Whole sessions without a screen: through commands alone, on a real home, every entry on disk.
package enum Simulation {
    /// What came of a simulation.
    package struct Outcome: Sendable {
        package var tally: SimulationTally
        /// The sessions that are not closed.
        package var openSessions: [Session]
        /// How many records could not be saved.
        package var unsavedCount: Int
        /// Whether it ended because something could not be written.
        package var isFailing: Bool
        /// The cuff measurements and the skipped zeros of the series it was charted from.
        package var series: (setCount: Int, noReadingCount: Int)?
    }

    /// Runs sessions, or goes on with those an earlier run left open, and prints what came out.
    ///
    /// - Returns: the process's exit status: 1 if something could not be saved or the simulation could not run.
    package static func run(_ options: SimulationOptions) -> Int32 {
        do {
            let outcome = try outcome(of: options) { $0.stopOnSignals() }
            report(outcome, toErrors: options.acks)
            let notOpened = outcome.tally.notOpened
            if notOpened > 0 {
                StationProgram.complain("\(notOpened) patients could not be checked in: free space and run it again")
            }
            return outcome.isFailing || notOpened > 0 ? 1 : StationProgram.finish(outcome.unsavedCount)
        } catch {
            return StationProgram.fail(error)
        }
    }

    /// Runs sessions, or goes on with those an earlier run left open.
    package static func outcome(
        of options: SimulationOptions,
        prepare: (Mailbox) -> Void = { _ in }
    ) throws -> Outcome {
        let home = StationHome(path: options.home)
        let series = try options.vitalsPath.map(Self.series)
        let clock = SimulatedClock(from: start(after: home), speed: options.speed)
        let staff = SimulatedStaff(stationName: "Simulation", chairs: options.chairs)
        let loop = try StationStart(
            home: home,
            clock: clock,
            isSimulated: true,
            isListening: false,
            prepare: staff.prepare
        ).make()
        prepare(loop.mailbox)
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
        return Outcome(
            tally: loop.simulator?.tally ?? SimulationTally(),
            openSessions: open,
            unsavedCount: loop.end(),
            isFailing: isFailing,
            series: series.map { ($0.sets.count, $0.noReadingCount) }
        )
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

    private static func acknowledge(_ id: String, _ numbers: Range<Int>) {
        let lines = Array(numbers.map { "\(id) \($0)\n" }.joined().utf8)
        _ = write(STDOUT_FILENO, lines, lines.count)
    }

    private static func report(_ outcome: Outcome, toErrors: Bool) {
        var text = outcome.tally.text(openSessions: outcome.openSessions)
        if let series = outcome.series {
            text = "series: \(series.setCount) cuff sets, \(series.noReadingCount) zeros skipped as no reading\n" + text
        }
        let bytes = Array(text.utf8)
        _ = write(toErrors ? STDERR_FILENO : STDOUT_FILENO, bytes, bytes.count)
    }
}
