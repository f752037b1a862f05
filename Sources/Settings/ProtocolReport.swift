package import Session

/// What a check of one protocol file found.
package struct ProtocolReport: Hashable, Sendable {
    package var name: String
    /// The protocol as it would hold; nil when anything is wrong.
    package var rules: InfusionProtocol?
    package var problems: [SettingsError]

    package init(name: String, rules: InfusionProtocol?, problems: [SettingsError]) {
        self.name = name
        self.rules = rules
        self.problems = problems
    }

    package var isGood: Bool { problems.isEmpty }

    /// What to print, a line each: the problems, or what the file holds.
    package var lines: [String] {
        guard let rules else { return problems.map(\.description) }
        return [
            "\(name): good",
            "  \(rules.id) version \(rules.version): \(rules.title)",
            "  status: \(rules.status)" + (rules.approvedBy.map { " by \($0) on \(rules.approvedOn ?? "")" } ?? ""),
            "  \(rules.screening.count) screening items, \(rules.dischargeList.count) discharge items, "
                + "\(rules.limits.count) parameters with alarms",
        ]
    }
}
