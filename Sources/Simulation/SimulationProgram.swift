package import EventLog
import Journal
package import Session
import Settings
package import Station
import Streams

/// Whole sessions without a screen: through commands alone, on a real home, every entry on disk.
///
/// A run is an experiment that can be repeated: the same build and the same options write the same session and staff
/// logs, byte for byte. Time is a queue of deadlines: each command waits until its batch is on disk, and only then does
/// time go on to the next.
package enum SimulationProgram {
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
    /// - Returns: the process's exit status: 1 if something could not be saved, if the simulation could not run, or if
    ///   a session stayed open that was given all the time it wanted.
    package static func run(_ options: SimulationOptions, disk: any Disk = SystemDisk()) -> Int32 {
        do {
            let outcome = try outcome(of: options, disk: disk) { $0.stopOnSignals() }
            try report(outcome, toErrors: options.acks)
            if outcome.tally.notOpened > 0 {
                StationProgram.complain(
                    "\(outcome.tally.notOpened) patients could not be checked in: free space and run it again"
                )
                return 1
            }
            if outcome.isFailing { return 1 }
            let saved = StationProgram.finish(outcome.unsavedCount)
            if outcome.tally.arrivalsRefused > SimulatedVisit.patience {
                StationProgram.complain("no patient was taken any more: see the refusals")
                return 1
            }
            guard saved == 0, options.minutes == nil, !outcome.openSessions.isEmpty else { return saved }
            let count = outcome.openSessions.count
            let sessions = count == 1 ? "1 session" : "\(count) sessions"
            StationProgram.complain("\(sessions) did not close: run it again to go on, or end it with --minutes")
            return 1
        } catch {
            return StationProgram.fail(error)
        }
    }

    /// Runs sessions, or goes on with those an earlier run left open.
    package static func outcome(
        of options: SimulationOptions,
        disk: any Disk = SystemDisk(),
        prepare: (Mailbox) -> Void = { _ in }
    ) throws -> Outcome {
        let home = StationHome(path: options.home)
        let series = try options.vitalsPath.map(Self.series)
        let start = options.startUTCMicros ?? SimulationOptions.firstStart
        // All runs are on one boot, whose clock runs with the world's.
        let clock = SimulatedClock(
            from: ClockReading(boot: "simulation", bootMicros: start, utcMicros: start),
            speed: 0
        )
        let staff = SimulatedStaff(stationName: "Simulation", chairs: options.chairs)
        // Before its lock is asked for: whoever runs there would be told to end it.
        try staff.check(home, JournalHome(path: home.path, disk: disk))
        let loop = try StationStart(
            home: home,
            clock: clock,
            isSimulated: true,
            isListening: false,
            seed: options.seed,
            zone: (name: "UTC", offsets: .utc),
            // A user's own protocols would make another experiment of it.
            protocolDirectory: nil,
            disk: disk
        ) { home, journal in
            try staff.check(home, journal)
            if let last = SimulationStart.last(in: home, journal) {
                clock.jump(toUTC: try SimulationStart.begin(options.startUTCMicros, after: last))
            }
            try staff.prepare(home, journal, at: clock.now())
        }.make()
        prepare(loop.mailbox)
        let plan = Simulator.Plan(
            chairs: options.chairs,
            sessions: options.sessions,
            seed: options.seed,
            series: series
        )
        var unsaid: StreamError?
        let simulator = Simulator(
            plan,
            startingAt: clock.now().utcMicros,
            onDurable: { id, numbers in
                guard options.acks, unsaid == nil else { return }
                do throws(StreamError) { try acknowledge(id, numbers) } catch { unsaid = error }
            }
        )
        simulator.adopt(loop.station)
        loop.companion = simulator
        let isFailing = drive(loop, clock, minutes: options.minutes)
        simulator.finish(loop.station)
        let open = loop.station.sessions
        let unsavedCount = loop.end()
        if let unsaid { throw unsaid }
        return Outcome(
            tally: simulator.tally,
            openSessions: open,
            unsavedCount: unsavedCount,
            isFailing: isFailing,
            series: series.map { ($0.sets.count, $0.noReadingCount) }
        )
    }

    /// Lets time stand until everything is on disk, and then go to the next thing that happens.
    ///
    /// - Returns: whether it ended because something could not be written.
    private static func drive(_ loop: StationLoop, _ clock: SimulatedClock, minutes: Int?) -> Bool {
        let end = minutes.map { clock.now().utcMicros + Int64($0) * Micros.perMinute }
        while !loop.isEnding {
            if !loop.station.failing.isEmpty {
                StationProgram.complain("the simulation's entries could not be written: free space and run it again")
                return true
            }
            if !loop.station.isSaving {
                let next = loop.nextDeadlineUTCMicros
                if let end, next.map({ $0 >= end }) ?? true {
                    clock.jump(toUTC: end)
                    return false
                }
                guard let next else { return false }
                clock.jump(toUTC: next)
            }
            loop.step(atMostMilliseconds: 100)
        }
        return false
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

    private static func acknowledge(_ id: String, _ numbers: Range<Int>) throws(StreamError) {
        try say(numbers.map { "\(id) \($0)" })
    }

    private static func report(_ outcome: Outcome, toErrors: Bool) throws {
        var lines = outcome.tally.lines(openSessions: outcome.openSessions)
        if let series = outcome.series {
            lines.insert(
                "series: \(series.setCount) cuff sets, \(series.noReadingCount) zeros skipped as no reading",
                at: 0
            )
        }
        guard toErrors else { return try say(lines) }
        for line in lines { complain(line) }
    }
}
