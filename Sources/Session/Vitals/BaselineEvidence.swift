/// What was measured before a dose, and the baseline that follows from it.
///
/// Each parameter stands at its newest value. Of a pressure above caution and its repeat the pair with the lower systolic,
/// then diastolic, is the baseline, taken whole: the first is often the way to the clinic. What was not done or could not
/// be measured is no value.
struct BaselineEvidence: Sendable {
    private var values: [Parameter: [Seen<Int>]] = [:]
    private var pairs: [Seen<Pair>] = []

    struct Pair: Hashable, Sendable {
        var systolic: Int
        var diastolic: Int

        init(systolic: Int, diastolic: Int) {
            self.systolic = systolic
            self.diastolic = diastolic
        }

        init?(_ vitals: Vitals) {
            guard let systolic = vitals.value(.systolicMmHg), let diastolic = vitals.value(.diastolicMmHg) else {
                return nil
            }
            self.init(systolic: systolic, diastolic: diastolic)
        }

        static func isLower(_ one: Pair, _ other: Pair) -> Bool {
            (one.systolic, one.diastolic) < (other.systolic, other.diastolic)
        }

        func isAbove(_ rules: BaselineRules) -> Bool {
            systolic > rules.cautionSystolicAbove || diastolic > rules.cautionDiastolicAbove
        }
    }

    mutating func take(_ vitals: Vitals, number: Int, atMicros observed: Int64) {
        for (parameter, reading) in vitals.readings {
            guard let value = reading.value else { continue }
            Seen.insert(
                Seen(observedMicros: observed, number: number, value: value),
                into: &values[parameter, default: []]
            )
        }
        if let pair = Pair(vitals) {
            Seen.insert(Seen(observedMicros: observed, number: number, value: pair), into: &pairs)
        }
    }

    /// The baseline: the values before a dose, or up to now where there is none yet; nil while nothing was measured.
    ///
    /// The set stands at the time and the number of its newest value.
    func baseline(until start: Int64?, rules: InfusionProtocol) -> VitalsSet? {
        let until = start ?? .max
        var vitals = Vitals()
        var newest: (observedMicros: Int64, number: Int)?
        for (parameter, seen) in values {
            guard let last = seen.last(where: { $0.observedMicros <= until }) else { continue }
            vitals[parameter] = .value(last.value)
            if let known = newest, (last.observedMicros, last.number) <= known { continue }
            newest = (last.observedMicros, last.number)
        }
        guard let newest else { return nil }
        if let pair = pair(until: until, rules: rules) {
            vitals[.systolicMmHg] = .value(pair.systolic)
            vitals[.diastolicMmHg] = .value(pair.diastolic)
        }
        return VitalsSet(
            number: newest.number,
            vitals: vitals,
            observedSessionMicros: newest.observedMicros,
            observedUTCMicros: newest.observedMicros,
            isAmended: false
        )
    }

    /// When a pressure may have been taken that one at a time repeats, both ends included.
    static func repeated(by newest: Int64, _ rules: InfusionProtocol) -> (first: Int64, last: Int64) {
        (
            newest - Int64(rules.gates.baselineMaxAgeMinutes) * Micros.perMinute,
            newest - Int64(rules.baseline.repeatAfterMinutes) * Micros.perMinute
        )
    }

    /// The newest pair, or the lower one where it repeats a pair above caution.
    private func pair(until: Int64, rules: InfusionProtocol) -> Pair? {
        guard let last = pairs.last(where: { $0.observedMicros <= until }) else { return nil }
        let times = Self.repeated(by: last.observedMicros, rules)
        let first = pairs.last { times.first <= $0.observedMicros && $0.observedMicros <= times.last }
        guard let first, first.value.isAbove(rules.baseline) else { return last.value }
        return Pair.isLower(first.value, last.value) ? first.value : last.value
    }
}
