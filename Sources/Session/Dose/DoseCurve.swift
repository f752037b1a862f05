/// The drug given over session time, by calculation from what was entered: segments of a constant rate.
///
/// Each start programs a volume, and no more than that is ever counted for it, whatever time the stop was entered.
/// Everything is held as rate times microseconds and divided once, for the answer.
package struct DoseCurve: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        case notStarted
        case running
        case paused
        case stopped
    }

    /// A stretch of a constant rate; the last one has no end.
    struct Segment: Hashable, Sendable {
        var fromMicros: Int64
        var toMicros: Int64?
        var state: State
        var programme: Int
        /// What the pump is set to, also while it stands.
        var setMicrolitersPerHour: Int

        var flowMicrolitersPerHour: Int { state == .running ? setMicrolitersPerHour : 0 }
    }

    /// What was programmed at each start.
    package private(set) var programmes: [PumpSettings] = []
    private(set) var segments: [Segment] = []

    /// Takes changes at their session times, in any order; a change that fits nothing (a pause before a start) is
    /// passed over, since what was recorded once is folded for ever.
    package init(_ changes: [(sessionMicros: Int64, change: DoseChange)]) {
        let ordered = changes.enumerated().sorted {
            ($0.element.sessionMicros, $0.offset) < ($1.element.sessionMicros, $1.offset)
        }
        for (_, entry) in ordered { take(entry.change, at: entry.sessionMicros) }
    }

    private mutating func take(_ change: DoseChange, at micros: Int64) {
        let last = segments.last
        let state = last?.state ?? .notStarted
        let set = last?.setMicrolitersPerHour ?? 0
        switch (change, state) {
        case (.started(let settings), _):
            programmes.append(settings)
            open(.running, rate: settings.rateMicrolitersPerHour, at: micros)
        case (.paused, .running): open(.paused, rate: set, at: micros)
        case (.resumed, .paused): open(.running, rate: set, at: micros)
        case (.rate(let rate), .running), (.rate(let rate), .paused): open(state, rate: rate, at: micros)
        case (.stopped, .running), (.stopped, .paused): open(.stopped, rate: 0, at: micros)
        case (.paused, _), (.resumed, _), (.rate, _), (.stopped, _): return
        }
    }

    private mutating func open(_ state: State, rate: Int, at micros: Int64) {
        if !segments.isEmpty { segments[segments.count - 1].toMicros = micros }
        segments.append(
            Segment(
                fromMicros: micros,
                toMicros: nil,
                state: state,
                programme: programmes.count - 1,
                setMicrolitersPerHour: DoseTicks.sane(rate)
            )
        )
    }

    /// The segment that holds at a time.
    func segment(at micros: Int64) -> Segment? { segments.last { $0.fromMicros <= micros } }

    /// What a programme has given at a time, never over its volume.
    func ticks(of programme: Int, at micros: Int64) -> Int128 {
        var sum: Int128 = 0
        for segment in segments where segment.programme == programme && segment.fromMicros < micros {
            let end = min(segment.toMicros ?? micros, micros)
            sum += Int128(segment.flowMicrolitersPerHour) * (Int128(end) - Int128(segment.fromMicros))
        }
        return min(sum, programmedTicks(programme))
    }

    func programmedTicks(_ programme: Int) -> Int128 {
        Int128(DoseTicks.sane(programmes[programme].volumeNanoliters)) * DoseTicks.perNanoliter
    }
}
