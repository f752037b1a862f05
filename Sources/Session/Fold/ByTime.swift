/// What counts of a session, by the time it was observed: nothing is made before it is looked at.
///
/// The newest of many is found by a step or two back from the end; a stretch of time costs no more than what lies in it.
package struct ByTime<Element: Sendable>: BidirectionalCollection, Sendable {
    private let log: EntryLog
    /// So many entries are there.
    private let known: Int
    private let places: [TimeList.Place]
    private let make: @Sendable (EffectiveEntry) -> Element?
    /// The same for an entry that nothing was laid over, which is nearly every one: it need not be copied whole.
    private let plain: (@Sendable (Event) -> Element?)?
    package let startIndex: Int
    package let endIndex: Int

    /// - Parameters:
    ///   - subject: the list that is looked through.
    ///   - plain: what an entry is that nothing was laid over, where many are asked for.
    ///   - make: what an entry is; nil for one that is not looked for.
    init(
        _ subject: TimeLists.Subject,
        of session: Session,
        plain: (@Sendable (Event) -> Element?)? = nil,
        make: @escaping @Sendable (EffectiveEntry) -> Element?
    ) {
        let list = session.history.times[subject]
        let last = session.history.times.horizon(upTo: session.nextNumber)
        let range = list.places.places(from: .min, through: last)
        self.init(session.history.log, session.nextNumber, list.places, range, plain, make)
    }

    private init(
        _ log: EntryLog,
        _ known: Int,
        _ places: [TimeList.Place],
        _ range: Range<Int>,
        _ plain: (@Sendable (Event) -> Element?)?,
        _ make: @escaping @Sendable (EffectiveEntry) -> Element?
    ) {
        self.log = log
        self.known = known
        self.places = places
        self.plain = plain
        self.make = make
        endIndex = range.upperBound
        startIndex =
            range.first { log.element(places[$0].number, upTo: known, plain, make) != nil } ?? range.upperBound
    }

    /// What was observed at a time or after it, in session time.
    package func from(_ micros: Int64) -> Self { narrowed(places.places(from: micros, through: .max)) }

    /// What was observed at a time or before it, in session time.
    package func through(_ micros: Int64) -> Self { narrowed(places.places(from: .min, through: micros)) }

    /// What was observed in a stretch of time, both ends included; nothing where it ends before it begins.
    package func within(_ times: (first: Int64, last: Int64)) -> Self {
        narrowed(places.places(from: times.first, through: times.last))
    }

    private func narrowed(_ range: Range<Int>) -> Self {
        Self(log, known, places, range.clamped(to: startIndex..<endIndex), plain, make)
    }

    package subscript(index: Int) -> Element {
        guard let element = element(index) else { preconditionFailure("place \(index) holds nothing that counts") }
        return element
    }

    package func index(after index: Int) -> Int {
        var next = index + 1
        while next < endIndex, element(next) == nil { next += 1 }
        return next
    }

    package func index(before index: Int) -> Int {
        var next = index - 1
        while next > startIndex, element(next) == nil { next -= 1 }
        return next
    }

    package var last: Element? { last { _ in true } }

    package func last(where isWanted: (Element) -> Bool) -> Element? {
        var index = endIndex
        while index > startIndex {
            index -= 1
            if let element = element(index), isWanted(element) { return element }
        }
        return nil
    }

    package struct Iterator: IteratorProtocol {
        fileprivate let list: ByTime
        fileprivate var index: Int

        package mutating func next() -> Element? {
            while index < list.endIndex {
                index += 1
                if let element = list.element(index - 1) { return element }
            }
            return nil
        }
    }

    package func makeIterator() -> Iterator { Iterator(list: self, index: startIndex) }

    /// When the first was observed, and from each such time the first of those later by more than so much.
    ///
    /// For lists all of whose entries are looked for, so that one that nothing was laid over need not be made.
    func beginnings(apart micros: Int64) -> [Int64] {
        var found: [Int64] = []
        var index = startIndex
        while index < endIndex {
            let time = places[index].micros
            found.append(time)
            index = places.leap(from: index, past: time + micros)
            while index < endIndex, !isPlain(index), element(index) == nil { index += 1 }
        }
        return found
    }

    private func isPlain(_ index: Int) -> Bool {
        places[index].number < known && log.corrections.isUntouched(places[index].number)
    }

    fileprivate func element(_ index: Int) -> Element? { log.element(places[index].number, upTo: known, plain, make) }
}

extension EntryLog {
    /// What an entry is to whoever looks for it; nil where it does not count, or is something else.
    fileprivate func element<Element>(
        _ number: Int,
        upTo count: Int,
        _ plain: ((Event) -> Element?)?,
        _ make: (EffectiveEntry) -> Element?
    ) -> Element? {
        if let plain, number < count, corrections.isUntouched(number) { return plain(events[number]) }
        guard number < count, !isVoided(number, upTo: count) else { return nil }
        return make(entry(number, upTo: count))
    }
}
