/// Decides what a power cut leaves where several things are possible.
protocol CrashChoices {
    /// One of `count` possibilities, from 0.
    mutating func pick(_ count: Int) -> Int

    /// A size from `low` to `high` bytes.
    mutating func size(from low: Int, to high: Int, sector: Int) -> Int
}

/// Chance: any size, and more often new sectors than old or trashed ones.
struct RandomChoices: CrashChoices {
    private var random: SeededRandom

    init(_ random: SeededRandom) {
        self.random = random
    }

    mutating func pick(_ count: Int) -> Int {
        // Sectors have three possibilities; that the newest bytes are there is the likeliest.
        if count == 3, Int.random(in: 0..<8, using: &random) < 4 { return 0 }
        return Int.random(in: 0..<count, using: &random)
    }

    mutating func size(from low: Int, to high: Int, sector: Int) -> Int {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: low
        case 1: high
        default: Int.random(in: low...high, using: &random)
        }
    }
}

/// Every possibility in turn: a walk over the tree of decisions, one leaf after the other.
struct EveryChoice: CrashChoices {
    private var path: [(taken: Int, of: Int)] = []
    private var depth = 0

    mutating func pick(_ count: Int) -> Int {
        if depth == path.count { path.append((0, count)) }
        defer { depth += 1 }
        return path[depth].taken
    }

    mutating func size(from low: Int, to high: Int, sector: Int) -> Int {
        let inner = stride(from: (low / sector + 1) * sector, to: high, by: sector)
        let sizes = Set([low, high] + inner).sorted()
        return sizes[pick(sizes.count)]
    }

    /// Goes to the next leaf; false after the last.
    mutating func advance() -> Bool {
        depth = 0
        while let last = path.last {
            if last.taken + 1 < last.of {
                path[path.count - 1].taken += 1
                return true
            }
            path.removeLast()
        }
        return false
    }
}
