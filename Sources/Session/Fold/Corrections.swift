/// What was laid over which entry: for each the numbers of its amendments and voids, in their order.
struct Corrections: Sendable {
    private var amendments: [Int: [Int]] = [:]
    private var voids: [Int: [Int]] = [:]
    /// For each entry whether anything was laid over it: of nearly all that is asked for, nothing was.
    private var isTouched: [Bool] = []

    /// Makes room for the next entry; a damaged record can hold a correction before the entry that it speaks of.
    mutating func append() {
        let number = isTouched.count
        isTouched.append(amendments[number] != nil || voids[number] != nil)
    }

    private mutating func touch(_ target: Int) {
        if isTouched.indices.contains(target) { isTouched[target] = true }
    }

    /// Whether nothing was ever laid over an entry.
    func isUntouched(_ target: Int) -> Bool { isTouched.indices.contains(target) && !isTouched[target] }

    mutating func amend(_ target: Int, by number: Int) {
        amendments[target, default: []].append(number)
        touch(target)
    }

    mutating func void(_ target: Int, by number: Int) {
        voids[target, default: []].append(number)
        touch(target)
    }

    /// All amendments of an entry among the first so many.
    func amendments(of target: Int, upTo count: Int) -> ArraySlice<Int> {
        guard !isUntouched(target), let numbers = amendments[target] else { return [] }
        return numbers[..<numbers.places(below: count)]
    }

    /// The newest amendment of an entry among the first so many.
    func amendment(of target: Int, upTo count: Int) -> Int? { amendments(of: target, upTo: count).last }

    /// The newest void of an entry among the first so many.
    func void(of target: Int, upTo count: Int) -> Int? {
        guard !isUntouched(target), let numbers = voids[target] else { return nil }
        let made = numbers.places(below: count)
        return made == 0 ? nil : numbers[made - 1]
    }
}
