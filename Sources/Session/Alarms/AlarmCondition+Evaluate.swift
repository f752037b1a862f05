extension AlarmCondition {
    /// The conditions a set of vitals raises, highest priority first; at most one for each parameter.
    ///
    /// `limits` stand in for the protocol's where the go-ahead carries limits of this session's own.
    package static func evaluate(
        _ vitals: Vitals,
        against rules: InfusionProtocol,
        baseline: Vitals?,
        limits: [Parameter: AlarmLimits]? = nil
    ) -> [AlarmCondition] {
        let judge = AlarmJudge(rules: rules, limits: limits, baseline: baseline)
        let found = Parameter.allCases.compactMap { parameter -> AlarmCondition? in
            guard let reading = vitals[parameter] else { return nil }
            // One cuff that cannot read is one alarm, carried by the systolic.
            if parameter == .diastolicMmHg, case .unmeasurable = reading, vitals[.systolicMmHg] == reading {
                return nil
            }
            return judge.condition(parameter, reading)
        }
        return found.enumerated()
            .sorted { ($1.element.priority, $0.offset) < ($0.element.priority, $1.offset) }
            .map(\.element)
    }
}
