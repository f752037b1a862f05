/// Something observed, and the entry it stands in.
struct Seen<Value: Sendable>: Sendable {
    var observedMicros: Int64
    var number: Int
    var value: Value
    /// Whether it was charted long after it was seen: then it raises nothing where something newer is known.
    var isLate = false

    /// Puts something in its place by the time it was observed; nearly everything is newer than what was there.
    static func insert(_ seen: Seen, into list: inout [Seen]) -> Bool {
        let key = (seen.observedMicros, seen.number)
        let after = list.lastIndex { ($0.observedMicros, $0.number) < key }
        list.insert(seen, at: after.map { $0 + 1 } ?? 0)
        return list.last?.number == seen.number
    }

    /// Takes what stands in an entry out; false where there is nothing of it.
    static func remove(_ number: Int, from list: inout [Seen]) -> Bool {
        guard let place = list.lastIndex(where: { $0.number == number }) else { return false }
        list.remove(at: place)
        return true
    }
}
