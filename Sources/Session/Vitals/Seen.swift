/// Something observed, and the entry it stands in.
struct Seen<Value: Sendable>: Sendable {
    var observedMicros: Int64
    var number: Int
    var value: Value
    /// Whether it was charted long after it was seen: then it raises nothing where something newer is known.
    var isLate = false

    /// Puts something in its place by the time it was observed, which it answers with; nearly everything is newer than
    /// what was there.
    @discardableResult
    static func insert(_ seen: Seen, into list: inout [Seen]) -> Int {
        let key = (seen.observedMicros, seen.number)
        let after = list.lastIndex { ($0.observedMicros, $0.number) < key }
        let place = after.map { $0 + 1 } ?? 0
        list.insert(seen, at: place)
        return place
    }

    /// Takes what stands in an entry of a time out; answers where it was, nil where there is nothing of it.
    @discardableResult
    static func remove(_ number: Int, observedAt micros: Int64, from list: inout [Seen]) -> Int? {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if (list[middle].observedMicros, list[middle].number) < (micros, number) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < list.count, list[low].number == number else { return nil }
        list.remove(at: low)
        return low
    }
}
