/// A value with everything it ever was: each version with the number of the entry that made it so.
struct Versions<Value: Equatable & Sendable>: Sendable {
    private let first: Value
    private var numbers: [Int] = []
    private var values: [Value] = []

    init(_ first: Value) {
        self.first = first
    }

    mutating func set(_ value: Value, by number: Int) {
        guard value != values.last ?? first else { return }
        numbers.append(number)
        values.append(value)
    }

    /// What it was after the first so many entries.
    func value(upTo count: Int) -> Value {
        let made = numbers.places(below: count)
        return made == 0 ? first : values[made - 1]
    }
}

extension [Int] {
    /// How many of ascending numbers lie below another: nearly always all of them.
    func places(below number: Int) -> Int {
        guard let last, last >= number else { return count }
        return partitioned { $0 >= number }
    }

    /// Puts a number in its place among ascending ones, once.
    mutating func insertAscending(_ number: Int) {
        let place = places(below: number)
        if place == count || self[place] != number { insert(number, at: place) }
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first place whose element is of the second part, in a collection that has all of that at its end.
    func partitioned(_ isSecond: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
