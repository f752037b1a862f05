import Journal

extension StationLoop {
    /// Lets the simulated people do what is due.
    func runSimulator() {
        guard var simulator else { return }
        // Taken out while it runs, so that it is changed in place.
        self.simulator = nil
        station.advance(to: clock.now())
        let effects = simulator.run(&station)
        self.simulator = simulator
        perform(effects)
    }

    /// Runs the simulated people through a time in no time, as far as a clock that stands can be pushed.
    func catchUp(_ clock: SimulatedClock, toUTC end: Int64) {
        while let due = simulator?.nextDueUTCMicros, due <= end, !isEnding {
            clock.jump(toUTC: due)
            step(atMostMilliseconds: 0)
            // A patient can be charted on only once the log is there.
            while !station.openings.isEmpty, !isEnding { step(atMostMilliseconds: 100) }
        }
        clock.jump(toUTC: end)
    }
}
