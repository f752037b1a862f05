import Session
import TestSupport

/// A record that no command leads to, from one seed: whatever was recorded once is folded again for ever.
///
/// The entries of a random session with corrections of any kind, voids of anything, times out of order and entries
/// twice between them.
struct OddRecord {
    private var random: SeededRandom
    private(set) var events: [Event] = []

    init(_ whole: some Sequence<Event>, seed: UInt64) {
        random = SeededRandom(seed: seed)
        let whole = Array(whole)
        for event in whole {
            add(event)
            while below(100) < 25, let odd = odd(whole, at: event.at) { add(odd) }
        }
    }

    private mutating func below(_ count: Int) -> Int { Int(random.next() % UInt64(max(1, count))) }

    private mutating func add(_ event: Event) {
        var event = event
        event.number = events.count
        events.append(event)
    }

    /// An entry that nobody would make, recorded at a moment.
    private mutating func odd(_ whole: [Event], at moment: Moment) -> Event? {
        let reason = Reason(code: "odd", text: "odd")
        let near = max(0, events.count - 1 - below(12))
        let target = below(3) == 0 ? below(events.count + 2) : near
        var event = whole[below(whole.count)]
        switch below(6) {
        case 0, 1: event.body = .entryVoided(target: target, reason: reason)
        case 2: event.body = .entryAmended(target: target, replacement: event.body, reason: reason)
        case 3:
            // A correction of the same kind, where there is one.
            guard events.indices.contains(target),
                let other = whole.filter({ $0.body.kind == events[target].body.kind }).randomElement(using: &random)
            else { return nil }
            event.body = .entryAmended(target: target, replacement: other.body, reason: reason)
        case 4:
            let back = Int64(below(90)) * Micros.perMinute / 2
            event.observedAtMicros = moment.utcMicros - back
        default:
            // From a clock that went wrong.
            event.observedAtMicros = moment.utcMicros + Int64(below(10)) * Micros.perMinute
        }
        event.at = moment
        return event
    }
}
