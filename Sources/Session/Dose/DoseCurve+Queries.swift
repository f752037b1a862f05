extension DoseCurve {
    package func state(at micros: Int64) -> State { segment(at: micros)?.state ?? .notStarted }

    /// How fast the drug runs; 0 while it does not, and once the programmed volume is in.
    package func rateMicrolitersPerHour(at micros: Int64) -> Int {
        guard let segment = segment(at: micros), !isFull(segment.programme, at: micros) else { return 0 }
        return segment.flowMicrolitersPerHour
    }

    /// The volume given by all programmes together.
    package func givenNanoliters(at micros: Int64) -> Int {
        guard let current = segment(at: micros)?.programme else { return 0 }
        let sum = programs[current].ticksBefore + ticks(of: current, at: micros)
        return DoseTicks.divide(sum, by: DoseTicks.perNanoliter)
    }

    /// The dose given by all programmes together, each at its own concentration.
    package func givenMicrograms(at micros: Int64) -> Int {
        guard let current = segment(at: micros)?.programme else { return 0 }
        let sum = programs[current].drugBefore + programs[current].drug(ticks(of: current, at: micros))
        return DoseTicks.divide(sum, by: DoseTicks.perNanoliter * 1_000_000)
    }

    /// What came out of one container, for its balance.
    package func givenNanoliters(fromContainer container: String, at micros: Int64) -> Int {
        let sum = programs.indices.filter { programs[$0].settings.container == container }
            .reduce(Int128(0)) { $0 + ticks(of: $1, at: micros) }
        return DoseTicks.divide(sum, by: DoseTicks.perNanoliter)
    }

    /// The volume programmed at the newest start, and all before it that was given: what `given` cannot pass.
    package func programmedNanoliters(at micros: Int64) -> Int {
        guard let current = segment(at: micros)?.programme else { return 0 }
        let sum = programs[current].ticksBefore + programs[current].ticks
        return DoseTicks.divide(sum, by: DoseTicks.perNanoliter)
    }

    package func programmedMicrograms(at micros: Int64) -> Int {
        guard let current = segment(at: micros)?.programme else { return 0 }
        let sum = programs[current].drugBefore + programs[current].drug(programs[current].ticks)
        return DoseTicks.divide(sum, by: DoseTicks.perNanoliter * 1_000_000)
    }

    /// What the newest programme has still to give.
    package func remainingNanoliters(at micros: Int64) -> Int {
        guard let current = segment(at: micros)?.programme else { return 0 }
        return DoseTicks.divide(programs[current].ticks - ticks(of: current, at: micros), by: DoseTicks.perNanoliter)
    }

    /// The time the rest takes at the present rate; nil while nothing runs, 0 once the volume is in.
    package func timeLeftMicros(at micros: Int64) -> Int64? {
        guard let segment = segment(at: micros), segment.flowMicrolitersPerHour > 0 else { return nil }
        let rest = programs[segment.programme].ticks - ticks(of: segment.programme, at: micros)
        let rate = Int128(segment.flowMicrolitersPerHour)
        return Int64(clamping: (rest + rate - 1) / rate)
    }

    /// When the newest programme's volume is in, as far as the changes say; nil while paused or stopped before that.
    package var completionMicros: Int64? {
        guard let current = segments.last?.programme else { return nil }
        let (full, own) = (programs[current].ticks, segments(of: current))
        // The first at whose end all is given; the last runs on.
        var (low, high) = (own.lowerBound, own.upperBound - 1)
        while low < high {
            let middle = (low + high) / 2
            if segments[middle + 1].ticksBefore >= full { high = middle } else { low = middle + 1 }
        }
        for segment in segments[low..<own.upperBound] where segment.flowMicrolitersPerHour > 0 {
            let rate = Int128(segment.flowMicrolitersPerHour)
            let rest = full - min(segment.ticksBefore, full)
            return Int64(clamping: Int128(segment.fromMicros) + (rest + rate - 1) / rate)
        }
        return nil
    }

    /// The programmed volume is in by calculation and nobody has entered the end: the pump has to be looked at.
    package func isCompleteByCalculation(at micros: Int64) -> Bool {
        guard let segment = segment(at: micros) else { return false }
        switch segment.state {
        case .running, .paused: return isFull(segment.programme, at: micros)
        case .notStarted, .stopped: return false
        }
    }

    /// For how long the pump was running or, separately, paused up to a time.
    package func elapsedMicros(in state: State, at micros: Int64) -> Int64 {
        segments.indices.reduce(0) { sum, index in
            let segment = segments[index]
            guard segment.state == state, segment.fromMicros < micros else { return sum }
            return sum + min(end(of: index) ?? micros, micros) - segment.fromMicros
        }
    }

    private func isFull(_ programme: Int, at micros: Int64) -> Bool {
        ticks(of: programme, at: micros) >= programs[programme].ticks
    }
}
