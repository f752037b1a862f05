/// Entries by the time they were observed, those of one time by their numbers.
struct TimeList: Sendable {
    struct Place: Hashable, Comparable, Sendable {
        var micros: Int64
        var number: Int

        init(_ event: Event) {
            micros = event.observedSessionMicros
            number = event.number
        }

        static func < (left: Place, right: Place) -> Bool {
            (left.micros, left.number) < (right.micros, right.number)
        }
    }

    private(set) var places: [Place] = []

    /// Puts an entry in its place, once; nearly every one is newer than all before.
    mutating func insert(_ place: Place) {
        guard let last = places.last, place <= last else {
            places.append(place)
            return
        }
        let index = places.partitioned { $0 >= place }
        if places[index] != place { places.insert(place, at: index) }
    }
}

extension [TimeList.Place] {
    /// The first place after one whose time is later than another, which is nearly always close by.
    func leap(from place: Int, past micros: Int64) -> Int {
        var step = 1
        var low = place
        while low + step < count, self[low + step].micros <= micros {
            low += step
            step *= 2
        }
        return self[low..<Swift.min(low + step, count)].partitioned { $0.micros > micros }
    }

    /// Where the entries of a stretch of time lie, both ends included.
    func places(from first: Int64, through last: Int64) -> Range<Int> {
        let low = first == .min ? 0 : partitioned { $0.micros >= first }
        guard let newest = self.last, newest.micros > last else { return low..<count }
        return low..<Swift.max(low, partitioned { $0.micros > last })
    }
}
