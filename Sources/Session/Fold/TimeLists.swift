/// The entries that hold what is asked for by time, each kind of it in a list of its own.
struct TimeLists: Sendable {
    /// What is looked for: an entry stands in the list of each thing that it holds, or once held.
    enum Subject: Hashable, Sendable {
        case vitals
        case notes
        case reading(Parameter)
        /// A note on dissociation with this score.
        case score(Int)
        /// A note that says whether the patient is distressed.
        case distress(Bool)
    }

    private var lists: [Subject: TimeList] = [:]
    /// For each entry the newest time that it or one before it was observed at.
    private var horizons: [Int64] = []

    subscript(subject: Subject) -> TimeList { lists[subject] ?? TimeList() }

    /// The scores that were ever noted.
    var scores: [Int] {
        lists.keys.compactMap { subject in if case .score(let score) = subject { score } else { nil } }
    }

    /// No entry of the first so many was observed later than this.
    func horizon(upTo count: Int) -> Int64 { count == 0 ? .min : horizons[count - 1] }

    mutating func take(_ event: Event) {
        let place = TimeList.Place(event)
        horizons.append(max(place.micros, horizons.last ?? .min))
        insert(place, event.body)
    }

    /// Takes a correction of an entry: vitals stay vitals, and no set becomes a note.
    mutating func amend(_ target: Event, with replacement: Event.Body) {
        let place = TimeList.Place(target)
        if case .vitalsRecorded = target.body {
            if case .vitalsRecorded = replacement { insert(place, replacement) }
        } else if !target.body.traits.topic.isFrequent, case .dissociationRecorded = replacement {
            insert(place, replacement)
        }
    }

    private mutating func insert(_ place: TimeList.Place, _ body: Event.Body) {
        if case .vitalsRecorded(let vitals) = body {
            insert(place, .vitals)
            for parameter in vitals.readings.keys { insert(place, .reading(parameter)) }
        }
        if case .dissociationRecorded(let note) = body {
            insert(place, .notes)
            insert(place, .score(note.score))
            if let isDistressed = note.isDistressed { insert(place, .distress(isDistressed)) }
            for parameter in Parameter.allCases where note[parameter] != nil { insert(place, .reading(parameter)) }
        }
    }

    private mutating func insert(_ place: TimeList.Place, _ subject: Subject) {
        lists[subject, default: TimeList()].insert(place)
    }
}
