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

    /// What a good file has that is hardly meant; a warning keeps no file from being used.
    package var warnings: [ProtocolWarning] { rules?.warnings ?? [] }

    /// What to print, a line each: the problems, or what the file holds and the warnings.
    package var lines: [String] {
        guard let rules else { return problems.map(\.description) }
        let warnings = warnings
        let count = "\(warnings.count) warning" + (warnings.count == 1 ? "" : "s")
        return [
            "\(name): good" + (warnings.isEmpty ? "" : ", \(count)"),
            "  \(rules.id) version \(rules.version): \(rules.title)",
            "  status: \(rules.status)" + (rules.approvedBy.map { " by \($0) on \(rules.approvedOn ?? "")" } ?? ""),
            "  \(rules.screening.count) screening items, \(rules.dischargeList.count) discharge items, "
                + "\(rules.limits.count) parameters with alarms",
        ] + warnings.map { "  warning: \($0)" }
    }
}
