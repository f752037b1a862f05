/// What was laid over which entry: for each the numbers of its amendments and voids, in their order.
struct Corrections: Sendable {
    private var amendments: [Int: [Int]] = [:]
    private var voids: [Int: [Int]] = [:]

    mutating func amend(_ target: Int, by number: Int) { amendments[target, default: []].append(number) }

    mutating func void(_ target: Int, by number: Int) { voids[target, default: []].append(number) }

    /// All amendments of an entry among the first so many.
    func amendments(of target: Int, upTo count: Int) -> ArraySlice<Int> {
        guard let numbers = amendments[target] else { return [] }
        return numbers[..<numbers.places(below: count)]
    }

    /// The newest amendment of an entry among the first so many.
    func amendment(of target: Int, upTo count: Int) -> Int? { amendments(of: target, upTo: count).last }

    /// The newest void of an entry among the first so many.
    func void(of target: Int, upTo count: Int) -> Int? {
        guard let numbers = voids[target] else { return nil }
        let made = numbers.places(below: count)
        return made == 0 ? nil : numbers[made - 1]
    }
}
