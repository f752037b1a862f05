/// What of a set of vitals cannot be, what is unusual, and what raises an alarm.
package enum VitalsCheck {
    /// Checks a set before it is recorded.
    ///
    /// Problems stay in the line to be fixed. Questions are answered with one key, and never about a value that raises an
    /// alarm, which is what makes it unusual; one that alarms says nothing about the others, which are asked about all
    /// the same. Before a dose nothing alarms (`raisesAlarms` false), so everything unusual is asked about.
    package static func check(
        _ vitals: Vitals,
        against rules: InfusionProtocol,
        baseline: Vitals?,
        previous: (vitals: Vitals, ageMicros: Int64)?,
        raisesAlarms: Bool = true,
        limits: [Parameter: AlarmLimits]? = nil
    ) -> (problems: [FieldProblem], questions: [String], conditions: [AlarmCondition]) {
        let problems = problems(vitals, rules)
        guard problems.isEmpty else { return (problems, [], []) }
        let conditions =
            raisesAlarms
            ? AlarmCondition.evaluate(vitals, against: rules, baseline: baseline, limits: limits) : []
        let silent = silenced(by: conditions)
        var questions: [String] = []
        for parameter in Parameter.allCases where !silent.contains(parameter) {
            guard let value = vitals.value(parameter), let range = rules.ranges[parameter] else { continue }
            if let soft = range.soft, !soft.contains(value) { questions.append(unusual(parameter, value, soft)) }
            if let jump = jump(parameter, value, range, previous, rules.gates.deltaMaxAgeMinutes) {
                questions.append(jump)
            }
        }
        // Pulse and mean pressure are the pair's: where either half alarms, they would ask about what alarms.
        let alarming = Set(conditions.compactMap(\.parameter))
        if alarming.isDisjoint(with: pressurePair) { questions += pressureQuestions(vitals, rules) }
        return ([], questions, conditions)
    }

    private static let pressurePair: Set<Parameter> = [.systolicMmHg, .diastolicMmHg]

    /// The values that are not asked about: each that alarms, and with a pressure at medium or high its other half.
    ///
    /// A cuff gives one reading, so 70/35 is recorded at Enter. The mark that a low condition is answers nobody's doubt
    /// about the other half: in 152/30 the 30 is asked about.
    private static func silenced(by conditions: [AlarmCondition]) -> Set<Parameter> {
        var silent: Set<Parameter> = []
        for condition in conditions {
            guard let parameter = condition.parameter else { continue }
            silent.insert(parameter)
            if condition.priority >= .medium, pressurePair.contains(parameter) {
                silent.formUnion(pressurePair)
            }
        }
        return silent
    }

    /// The lines of a question: what is unusual, then what of the same set alarms, which waits for the answer.
    package static func lines(_ questions: [String], beside conditions: [AlarmCondition]) -> [String] {
        questions
            + conditions.map { condition in
                "\(condition.priority.mark) \(condition.message) stands in the same line: NOT RECORDED until answered"
            }
    }

    /// The mean arterial pressure of a pair, rounded half up: (systolic + 2 x diastolic) / 3.
    package static func meanPressureMmHg(systolic: Int, diastolic: Int) -> Int {
        DoseArithmetic.divide(systolic + 2 * diastolic, by: 3)
    }

    /// What is wrong with a pair: a systolic at or below its diastolic, most often typed the wrong way round.
    package static func pressureProblem(systolic: Int, diastolic: Int) -> FieldProblem? {
        guard systolic <= diastolic else { return nil }
        let sentence =
            systolic == diastolic
            ? "BP \(systolic)/\(diastolic): SBP must be above DBP"
            : "BP \(systolic)/\(diastolic) looks swapped: SBP first, as \(diastolic)/\(systolic)"
        return FieldProblem(field: Parameter.systolicMmHg.rawValue, sentence: sentence)
    }

    private static func problems(_ vitals: Vitals, _ rules: InfusionProtocol) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for parameter in Parameter.allCases {
            guard let value = vitals.value(parameter), let hard = rules.ranges[parameter]?.hard else { continue }
            if !hard.contains(value) { problems.append(outside(parameter, value, hard)) }
        }
        if let systolic = vitals.value(.systolicMmHg), let diastolic = vitals.value(.diastolicMmHg),
            let problem = pressureProblem(systolic: systolic, diastolic: diastolic)
        {
            problems.append(problem)
        }
        return problems
    }

    private static func outside(_ parameter: Parameter, _ value: Int, _ hard: ClosedRange<Int>) -> FieldProblem {
        let range = "\(parameter.text(hard.lowerBound)) to \(parameter.text(hard.upperBound))"
        var sentence = "\(named(parameter, value)) is outside \(range)"
        if parameter == .temperatureTenthsCelsius, let celsius = celsiusTenths(fahrenheitTenths: value) {
            sentence += ": \(parameter.text(value)) F would be \(parameter.text(celsius)) C"
        } else if VitalsLine.Tag(parameter).canBeUnmeasurable {
            let sign = value > hard.upperBound ? ">" : "<"
            sentence += ": correct it, or \(VitalsLine.Tag(parameter).shortest)\(sign) for a reading beyond"
        }
        return FieldProblem(field: parameter.rawValue, sentence: sentence)
    }

    private static func unusual(_ parameter: Parameter, _ value: Int, _ soft: ClosedRange<Int>) -> String {
        let range = "\(parameter.text(soft.lowerBound)) to \(parameter.text(soft.upperBound))"
        return "\(named(parameter, value)) is unusual (\(range))"
    }

    private static func jump(
        _ parameter: Parameter,
        _ value: Int,
        _ range: FieldRange,
        _ previous: (vitals: Vitals, ageMicros: Int64)?,
        _ maxAgeMinutes: Int
    ) -> String? {
        guard let delta = range.delta, let previous, let before = previous.vitals.value(parameter),
            (0...Int64(maxAgeMinutes) * Micros.perMinute).contains(previous.ageMicros)
        else { return nil }
        let change = value - before
        guard change < -delta || (change > delta && !range.deltaCountsFallsOnly) else { return nil }
        let minutes = previous.ageMicros / Micros.perMinute
        return "\(named(parameter, value)) was \(parameter.text(before)) \(minutes) min ago"
    }

    private static func pressureQuestions(_ vitals: Vitals, _ rules: InfusionProtocol) -> [String] {
        guard let systolic = vitals.value(.systolicMmHg), let diastolic = vitals.value(.diastolicMmHg) else {
            return []
        }
        var questions: [String] = []
        let pulse = rules.pulsePressureSoft
        if !pulse.contains(systolic - diastolic) {
            let words = "pulse pressure \(systolic - diastolic) mmHg"
            questions.append(
                "BP \(systolic)/\(diastolic): \(words) is unusual (\(pulse.lowerBound) to \(pulse.upperBound))"
            )
        }
        // Compared in thirds, so that no rounding decides.
        let mean = rules.meanPressureSoft
        if !(mean.lowerBound * 3...mean.upperBound * 3).contains(systolic + 2 * diastolic) {
            let words = "MAP \(meanPressureMmHg(systolic: systolic, diastolic: diastolic)) mmHg"
            questions.append(
                "BP \(systolic)/\(diastolic): \(words) is unusual (\(mean.lowerBound) to \(mean.upperBound))"
            )
        }
        return questions
    }

    private static func named(_ parameter: Parameter, _ value: Int) -> String {
        let unit = parameter.unit.isEmpty || parameter == .spo2Percent ? parameter.unit : " \(parameter.unit)"
        return "\(parameter.label) \(parameter.text(value))\(unit)"
    }
}
