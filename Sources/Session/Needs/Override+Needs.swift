extension Override {
    /// A decision on what was missing, with what its prescriber could see of each.
    package init(on needs: [Need], prescriber: String, way: OrderWay, text: String, carriesOwnLimits: Bool = false) {
        var figures: [String: Int] = [:]
        for need in needs { figures[need.code] = need.facts.figure }
        self.init(
            requirements: needs.map(\.code),
            prescriber: prescriber,
            way: way,
            text: text,
            figures: figures,
            carriesOwnLimits: carriesOwnLimits
        )
    }

    /// Whether it is on a value of the baseline.
    var isOnBaseline: Bool { requirements.contains { $0.hasPrefix("baseline.") } }
}
