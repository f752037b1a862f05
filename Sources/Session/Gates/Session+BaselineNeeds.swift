/// What the baseline lacks before READY, and what of it has grown too old at the start.
extension Session {
    /// The newest reading of each parameter before the dose, values and those that could not be taken alike.
    ///
    /// What was not done stands for nothing and replaces nothing.
    private var baselineReadings: [Parameter: LatestReading] {
        var newest: [Parameter: LatestReading] = [:]
        for parameter in Parameter.allCases {
            newest[parameter] = readings(of: parameter).last { !$0.reading.isNotDone }
        }
        return newest
    }

    var baselineNeeds: [Need] {
        let readings = baselineReadings
        guard !readings.isEmpty else { return [.baseline] }
        // Which values it has, and between what, is the protocol's to say.
        guard hasProtocol else { return [] }
        let absent = rules.baseline.required.filter { readings[$0] == nil }
        var missing: [Need] = absent.isEmpty ? [] : [.baselineValues(absent)]
        if rules.baseline.requiresDissociation, latestDissociation == nil { missing.append(.baselineDissociation) }
        let outside = Parameter.allCases.compactMap { parameter in
            readings[parameter].flatMap { outsideNeed(parameter, $0) }
        }
        return missing + outside + (outside.isEmpty ? cautionNeeds : [])
    }

    /// A reading outside its ranges that no prescriber has decided on since; one that could not be taken is a stop.
    private func outsideNeed(_ parameter: Parameter, _ newest: LatestReading) -> Need? {
        let need: Need
        switch newest.reading {
        case .notDone: return nil
        case .unmeasurable(let why):
            guard rules.baseline.required.contains(parameter) else { return nil }
            need = .baselineUnmeasurable(parameter, why)
        case .value(let value):
            if let range = rules.baseline.stop[parameter], !range.contains(value) {
                need = .baselineOutside(parameter, value: value, isStop: true)
            } else if let range = rules.baseline.hold[parameter], !range.contains(value) {
                need = .baselineOutside(parameter, value: value, isStop: false)
            } else {
                return nil
            }
        }
        return isOverridden(need, since: newestChange(of: newest.number)) ? nil : need
    }

    /// Above the caution pressure: measured twice, and if still high the prescriber decides.
    private var cautionNeeds: [Need] {
        let pairs = pressureSets
        guard let newest = pairs.last else { return [] }
        let gap = Int64(rules.baseline.repeatAfterMinutes) * Micros.perMinute
        let longest = Int64(rules.gates.baselineMaxAgeMinutes) * Micros.perMinute
        // A good one at once is no repeat: whoever rests for some minutes shows what the pressure is.
        let high = pairs.from(newest.observedSessionMicros - max(0, gap - 1)).last { set in
            BaselineEvidence.Pair(set.vitals)?.isAbove(rules.baseline) ?? false
        }
        guard let high, let pair = BaselineEvidence.Pair(high.vitals),
            high == newest || newest.observedSessionMicros - high.observedSessionMicros < gap
        else { return [] }
        let (systolic, diastolic) = (pair.systolic, pair.diastolic)
        let earlier = (newest.observedSessionMicros - max(gap, longest), newest.observedSessionMicros - gap)
        let isRepeated = high == newest && !pairs.within(earlier).isEmpty
        guard isRepeated else {
            return [
                .baselineRepeat(
                    systolicMmHg: systolic,
                    diastolicMmHg: diastolic,
                    afterMinutes: rules.baseline.repeatAfterMinutes
                )
            ]
        }
        // Whoever decided on a pressure outside its range knew that it is above caution: nobody is asked twice by reflex.
        guard !isOutsideRange(newest) else { return [] }
        let need = Need.baselineCaution(systolicMmHg: systolic, diastolicMmHg: diastolic)
        return isOverridden(need, since: newestChange(of: newest.number)) ? [] : [need]
    }

    /// Whether a pair that is the newest reading of both its pressures has one outside its ranges.
    private func isOutsideRange(_ pair: VitalsSet) -> Bool {
        let pressures: [Parameter] = [.systolicMmHg, .diastolicMmHg]
        guard pressures.allSatisfy({ baselineReadings[$0]?.number == pair.number }) else { return false }
        return pressures.contains { parameter in
            guard let value = pair.vitals.value(parameter) else { return false }
            return [rules.baseline.stop[parameter], rules.baseline.hold[parameter]].contains { range in
                range.map { !$0.contains(value) } ?? false
            }
        }
    }

    /// What of the baseline is too old for a start: each value by its own age, so that one taken anew renews no other.
    func baselineAgeNeeds(at now: Moment) -> [Need] {
        guard hasProtocol else { return unjudgedAgeNeeds(at: now) }
        let readings = baselineReadings
        var old: [(parameter: Parameter, age: Int64, limit: Int)] = []
        for parameter in rules.baseline.required {
            guard let newest = readings[parameter], let limit = maxAgeMinutes(of: parameter) else { continue }
            let age = now.sessionMicros - newest.observedSessionMicros
            if age > Int64(limit) * Micros.perMinute { old.append((parameter, age, limit)) }
        }
        var missing: [Need] = []
        for limit in [rules.gates.baselineMaxAgeMinutes, rules.gates.baselineSlowMaxAgeMinutes] {
            let these = old.filter { $0.limit == limit }
            guard let oldest = these.map(\.age).max() else { continue }
            missing.append(
                .recentBaseline(
                    these.map(\.parameter),
                    ageMinutes: Int(oldest / Micros.perMinute),
                    maxAgeMinutes: limit
                )
            )
        }
        if rules.baseline.requiresDissociation, let note = latestDissociation {
            let age = now.sessionMicros - note.entry.observedSessionMicros
            let limit = rules.gates.baselineSlowMaxAgeMinutes
            if age > Int64(limit) * Micros.perMinute {
                missing.append(
                    .recentDissociation(ageMinutes: Int(age / Micros.perMinute), maxAgeMinutes: limit)
                )
            }
        }
        return missing
    }

    /// Without a protocol nobody says what a baseline is made of: a pressure, at least, is not old.
    private func unjudgedAgeNeeds(at now: Moment) -> [Need] {
        guard let newest = pressureSets.last else { return [] }
        let age = now.sessionMicros - newest.observedSessionMicros
        let limit = rules.gates.baselineMaxAgeMinutes
        guard age > Int64(limit) * Micros.perMinute else { return [] }
        let parameters: [Parameter] = [.systolicMmHg, .diastolicMmHg]
        return [.recentBaseline(parameters, ageMinutes: Int(age / Micros.perMinute), maxAgeMinutes: limit)]
    }

    /// How long a baseline value holds; nil for oxygen, which is a state and stays until it is changed.
    private func maxAgeMinutes(of parameter: Parameter) -> Int? {
        switch parameter.facts.pace {
        case .fast: rules.gates.baselineMaxAgeMinutes
        case .slow: rules.gates.baselineSlowMaxAgeMinutes
        case .state: nil
        }
    }
}
