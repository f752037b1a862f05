/// When sets of vitals were taken since a time, the newest first: entries at most so far from the first of a set belong
/// to it.
///
/// Where one set begins follows from where the one before it began. A longer time without an entry is a beginning
/// whatever was before, so the sets after it are found without all earlier ones.
struct SetSpans: Sequence, IteratorProtocol {
    typealias Span = (first: Int64, last: Int64)

    private let sets: ByTime<VitalsSet>
    private let within: Int64
    /// What was found and not handed out; its last comes next.
    private var found: [Span] = []
    /// Everything from here on was found.
    private var end = Int64.max
    /// So many entries without a longer time between them, and all of them are counted from the first on.
    private static let mostLookedThrough = 64

    init(_ session: Session, since micros: Int64) {
        sets = session.vitalsSets.from(micros)
        within = Int64(session.rules.gates.setWithinMinutes) * Micros.perMinute
    }

    mutating func next() -> Span? {
        if found.isEmpty { look() }
        return found.popLast()
    }

    private mutating func look() {
        guard end > .min else { return }
        let earlier = sets.through(end - 1)
        var times: [Int64] = []
        for set in earlier.reversed() {
            if let later = times.last, later - set.observedSessionMicros > within { break }
            times.append(set.observedSessionMicros)
            guard times.count <= Self.mostLookedThrough else {
                leap(earlier)
                return
            }
        }
        for time in times.reversed() where found.last.map({ time > $0.last }) ?? true {
            found.append((time, time + within))
        }
        end = times.last ?? .min
    }

    /// Finds all that is left by going from one beginning to the next.
    private mutating func leap(_ sets: ByTime<VitalsSet>) {
        for time in sets.beginnings(apart: within) { found.append((time, time + within)) }
        end = .min
    }
}
