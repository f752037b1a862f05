/// Measured values, and what they come to.
struct Sample {
    private var values: [Double] = []

    init(_ values: [Double] = []) {
        self.values = values
    }

    var count: Int { values.count }
    var isEmpty: Bool { values.isEmpty }

    mutating func add(_ value: Double) {
        values.append(value)
    }

    /// The value below which `percent` of a hundred lie, by nearest rank; 0 of an empty sample.
    func percentile(_ percent: Double) -> Double {
        guard !values.isEmpty else { return 0 }
        let sorted = values.sorted()
        let rank = Int((percent / 100 * Double(sorted.count)).rounded(.up))
        return sorted[min(max(rank, 1), sorted.count) - 1]
    }

    var median: Double { percentile(50) }
    var least: Double { values.min() ?? 0 }
    var greatest: Double { values.max() ?? 0 }

    /// `min / median / max`, the way every ratio is printed.
    var spread: String {
        "(min \(Figure.decimals(least)), max \(Figure.decimals(greatest)))"
    }
}
