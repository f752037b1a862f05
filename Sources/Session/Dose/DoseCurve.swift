/// The drug given over session time, by calculation from what was entered: segments of a constant rate.
///
/// Each start programs a volume, and no more than that is ever counted for it, whatever time the stop was entered.
/// Everything is held as rate times microseconds and divided once, for the answer. Each segment knows what was given
/// before it, so that no question adds all of them up.
package struct DoseCurve: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        case notStarted
        case running
        case paused
        case stopped
    }

    /// A stretch of a constant rate, to where the next begins.
    struct Segment: Hashable, Sendable {
        var fromMicros: Int64
        var state: State
        var programme: Int
        /// What the pump is set to, also while it stands.
        var setMicrolitersPerHour: Int
        /// What its programme had given before it, whatever volume was programmed.
        var ticksBefore: Int128

        var flowMicrolitersPerHour: Int { state == .running ? setMicrolitersPerHour : 0 }

        /// What its programme has given at a time in it.
        func ticks(at micros: Int64) -> Int128 {
            ticksBefore + Int128(flowMicrolitersPerHour) * max(0, Int128(micros) - Int128(fromMicros))
        }
    }

    /// What was programmed at a start.
    struct Programme: Hashable, Sendable {
        var settings: PumpSettings
        var firstSegment: Int
        /// What all programmes before it gave, and how much drug that was.
        var ticksBefore: Int128
        var drugBefore: Int128

        var ticks: Int128 { Int128(DoseTicks.sane(settings.volumeNanoliters)) * DoseTicks.perNanoliter }

        /// The drug of so much volume, in ticks times micrograms per millilitre.
        func drug(_ ticks: Int128) -> Int128 {
            ticks * Int128(min(DoseTicks.sane(settings.concentrationMicrogramsPerMilliliter), 1_000_000))
        }
    }

    private(set) var programs: ArraySlice<Programme> = []
    private(set) var segments: ArraySlice<Segment> = []

    /// What was programmed at each start.
    package var programmes: [PumpSettings] { programs.map(\.settings) }

    /// Takes changes at their session times, in any order; a change that fits nothing (a pause before a start) is
    /// passed over, since what was recorded once is folded for ever.
    package init(_ changes: [(sessionMicros: Int64, change: DoseChange)]) {
        for entry in Self.ordered(changes) { take(entry.change, at: entry.sessionMicros) }
    }

    /// Changes by their time, those of one time as they were entered.
    static func ordered(
        _ changes: [(sessionMicros: Int64, change: DoseChange)]
    ) -> [(sessionMicros: Int64, change: DoseChange)] {
        changes.enumerated()
            .sorted { ($0.element.sessionMicros, $0.offset) < ($1.element.sessionMicros, $1.offset) }
            .map(\.element)
    }

    /// Takes a change that lies at or after all that were taken.
    mutating func take(_ change: DoseChange, at micros: Int64) {
        let last = segments.last
        let state = last?.state ?? .notStarted
        let set = last?.setMicrolitersPerHour ?? 0
        switch (change, state) {
        case (.started(let settings), _):
            program(settings, at: micros)
            open(.running, rate: settings.rateMicrolitersPerHour, at: micros, ticksBefore: 0)
        case (.paused, .running): go(on: .paused, rate: set, at: micros)
        case (.resumed, .paused): go(on: .running, rate: set, at: micros)
        case (.rate(let rate), .running), (.rate(let rate), .paused): go(on: state, rate: rate, at: micros)
        case (.stopped, .running), (.stopped, .paused): go(on: .stopped, rate: 0, at: micros)
        case (.paused, _), (.resumed, _), (.rate, _), (.stopped, _): return
        }
    }

    private mutating func program(_ settings: PumpSettings, at micros: Int64) {
        var program = Programme(settings: settings, firstSegment: segments.count, ticksBefore: 0, drugBefore: 0)
        if let previous = programs.last {
            let given = ticks(of: programs.count - 1, at: micros)
            program.ticksBefore = previous.ticksBefore + given
            program.drugBefore = previous.drugBefore + previous.drug(given)
        }
        programs.append(program)
    }

    private mutating func go(on state: State, rate: Int, at micros: Int64) {
        open(state, rate: rate, at: micros, ticksBefore: segments.last?.ticks(at: micros) ?? 0)
    }

    private mutating func open(_ state: State, rate: Int, at micros: Int64, ticksBefore: Int128) {
        segments.append(
            Segment(
                fromMicros: micros,
                state: state,
                programme: programs.count - 1,
                setMicrolitersPerHour: DoseTicks.sane(rate),
                ticksBefore: ticksBefore
            )
        )
    }

    /// The curve as it was with its first so many segments.
    func prefix(_ count: Int) -> DoseCurve {
        var curve = self
        guard count < segments.count else { return curve }
        curve.segments = segments[..<count]
        curve.programs = programs[..<(curve.segments.last.map { $0.programme + 1 } ?? 0)]
        return curve
    }

    // Where in the curve a time lies.

    /// How many segments begin up to a time.
    private func begun(at micros: Int64) -> Int {
        if let last = segments.last, last.fromMicros <= micros { return segments.count }
        var (low, high) = (0, segments.count)
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].fromMicros <= micros { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The segment that holds at a time.
    func segment(at micros: Int64) -> Segment? {
        let begun = begun(at: micros)
        return begun == 0 ? nil : segments[begun - 1]
    }

    /// Where a segment ends; nil for the last.
    func end(of segment: Int) -> Int64? { segment + 1 < segments.count ? segments[segment + 1].fromMicros : nil }

    /// The segments of a programme.
    func segments(of programme: Int) -> Range<Int> {
        let next = programme + 1 < programs.count ? programs[programme + 1].firstSegment : segments.count
        return programs[programme].firstSegment..<next
    }

    /// What a programme has given at a time, never over its volume.
    func ticks(of programme: Int, at micros: Int64) -> Int128 {
        let own = segments(of: programme)
        let newest = min(own.upperBound, begun(at: micros)) - 1
        guard newest >= own.lowerBound else { return 0 }
        let sum = segments[newest].ticks(at: min(end(of: newest) ?? micros, micros))
        return min(sum, programs[programme].ticks)
    }
}
