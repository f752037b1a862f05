/// What the record shows of a patient's recovery: judged for READY TO LEAVE, and once more as they leave.
///
/// The sets are the newest complete one, the newest complete one so much older, and every one from that on: what stands
/// between two good sets counts, and so does what came after. What was never measured is not met.
struct Recovery {
    private let session: Session
    private let now: Moment
    private let rules: DischargeRules
    private let since: Int64
    private let baseline: Vitals?
    private let found: RecoverySets

    /// Nil while the dose has not ended.
    init?(_ session: Session, at now: Moment) {
        guard let since = session.evidenceSinceMicros else { return nil }
        self.session = session
        self.now = now
        self.since = since
        rules = session.rules.discharge
        baseline = session.baseline?.vitals
        found = session.recoverySets(
            since: since,
            apart: Int64(rules.setsApartMinutes) * Micros.perMinute
        )
    }

    /// The criteria of READY TO LEAVE but the time and the alarms.
    var criteria: [Criterion] {
        let judged = found.sets
        return [pressure(judged, isFinal: false), heartRate(judged), oxygen(judged), breathing(judged)]
            + [sedation, dissociation, pain, list]
    }

    /// Those of the vitals again, on the set taken as the patient leaves, and on whatever was seen since READY TO LEAVE:
    /// one good set does not undo a bad one of a minute ago, two so far apart do, after going back to OBSERVING.
    var finalCriteria: [Criterion] {
        let judged = setsSinceReady
        return [pressure(judged, isFinal: true), heartRate(judged), oxygen(judged), breathing(judged)]
    }

    /// The newest complete set, and every one since the patient was marked READY TO LEAVE.
    private var setsSinceReady: [MeasuredSet] {
        guard let newest else { return [] }
        let ready = session.newest(.readyToLeave) { $0 == .sessionReadyToLeave ? true : nil }
        let first = min(newest.oldestMicros, ready?.entry.observedSessionMicros ?? .max)
        return session.measuredSets(since: since, notBefore: first)
    }

    /// The newest complete set.
    var newest: MeasuredSet? { found.newest }

    /// The newest complete set that is so much older.
    private var first: MeasuredSet? { found.first }

    private func age(_ micros: Int64) -> String { "\(session.minutes(since: micros, at: now)) min ago" }

    private func isYoung(_ micros: Int64) -> Bool {
        now.sessionMicros - micros <= Int64(rules.scoresMaxAgeMinutes) * Micros.perMinute
    }

    private func minutes(_ micros: Int64) -> String { "\(session.minutes(since: micros, at: now)) min old" }

    /// Said once, by the pressure: the others only say that they wait for that set.
    private static let incomplete = "a set of BP, HR, SpO2, RR since the dose"

    // Vitals.

    private func pressure(_ judged: [MeasuredSet], isFinal: Bool) -> Criterion {
        func criterion(_ isMet: Bool, _ detail: String) -> Criterion {
            Criterion(.pressure, words: isFinal ? "BP back" : "BP back, two sets", isMet: isMet, detail: detail)
        }
        guard let newest, let last = pair(newest) else { return criterion(false, Self.incomplete) }
        for set in judged {
            if let problem = pressureProblem(set) { return criterion(false, problem) }
        }
        if isFinal { return criterion(true, "\(last.systolic)/\(last.diastolic)") }
        guard isYoung(newest.oldestMicros) else {
            return criterion(false, "the newest complete set is \(minutes(newest.oldestMicros))")
        }
        guard let first, let earlier = pair(first) else {
            return criterion(false, "a second set \(rules.setsApartMinutes) min after the first")
        }
        // What is low is not rising: judged from the pair on that is high for anybody.
        let isHigh = last.systolic >= rules.orSystolicBelow || last.diastolic >= rules.orDiastolicBelow
        let rises =
            last.systolic > earlier.systolic + rules.riseAtMostMmHg
            || last.diastolic > earlier.diastolic + rules.riseAtMostMmHg
        if isHigh, rises {
            return criterion(
                false,
                "rising: \(earlier.systolic)/\(earlier.diastolic), then \(last.systolic)/\(last.diastolic)"
            )
        }
        return criterion(true, "\(earlier.systolic)/\(earlier.diastolic), \(last.systolic)/\(last.diastolic)")
    }

    private func pair(_ set: MeasuredSet) -> BaselineEvidence.Pair? {
        guard let systolic = set.value(.systolicMmHg), let diastolic = set.value(.diastolicMmHg) else { return nil }
        return BaselineEvidence.Pair(systolic: systolic, diastolic: diastolic)
    }

    /// Why a set's pressure keeps the patient here; nil for one that is back, or has no pressure at all.
    private func pressureProblem(_ set: MeasuredSet) -> String? {
        for parameter in [Parameter.systolicMmHg, .diastolicMmHg] {
            guard let reading = set.readings[parameter], case .unmeasurable = reading.reading else { continue }
            return "BP not measurable \(age(reading.observedSessionMicros))"
        }
        guard let pair = pair(set), let reading = set.readings[.systolicMmHg],
            !rules.isBack(systolic: pair.systolic, diastolic: pair.diastolic, baseline: baseline)
        else { return nil }
        let limits =
            pair.systolic < rules.systolicNearBaselineBelow
            ? "under \(rules.systolicNearBaselineBelow)"
            : "neither near baseline nor under \(rules.orSystolicBelow)/\(rules.orDiastolicBelow)"
        return "\(pair.systolic)/\(pair.diastolic) \(age(reading.observedSessionMicros)) is \(limits)"
    }

    private func heartRate(_ judged: [MeasuredSet]) -> Criterion {
        let (low, high) = (rules.heartRate.lowerBound, rules.heartRate.upperBound)
        return range(.heartRate, .heartRatePerMin, "HR \(low) to \(high) or near baseline", judged) { value, base in
            rules.heartRate.contains(value) || base.map { rules.isNear(value, $0) } ?? false
        }
    }

    private func breathing(_ judged: [MeasuredSet]) -> Criterion {
        let (low, high) = (rules.respiratoryRate.lowerBound, rules.respiratoryRate.upperBound)
        let words = "RR \(low) to \(high) or near baseline"
        return range(.breathing, .respiratoryRatePerMin, words, judged) { value, base in
            rules.respiratoryRate.contains(value)
                || base.map { abs(value - $0) <= rules.respiratoryRateNearBaseline } ?? false
        }
    }

    /// A parameter that every judged set must have inside its limits, where it has it.
    private func range(
        _ kind: Criterion.Kind,
        _ parameter: Parameter,
        _ words: String,
        _ judged: [MeasuredSet],
        _ isInside: (_ value: Int, _ baseline: Int?) -> Bool
    ) -> Criterion {
        func criterion(_ isMet: Bool, _ detail: String) -> Criterion {
            Criterion(kind, words: words, isMet: isMet, detail: detail)
        }
        guard let newest, let last = newest.value(parameter) else { return criterion(false, "no complete set yet") }
        for set in judged {
            guard let reading = set.readings[parameter] else { continue }
            let when = age(reading.observedSessionMicros)
            guard let value = reading.reading.value else {
                return criterion(false, "\(parameter.label) not measurable \(when)")
            }
            guard isInside(value, baseline?.value(parameter)) else {
                return criterion(false, "\(parameter.label) \(parameter.text(value)) \(when)")
            }
        }
        return criterion(true, "\(parameter.label) \(parameter.text(last))")
    }

    /// Oxygen is a state: on or off until it is changed, confirmed once before leaving.
    private func oxygen(_ judged: [MeasuredSet]) -> Criterion {
        let base = baseline?.value(.oxygenTenthsLiterPerMin) ?? 0
        let limit = min(rules.spo2AtLeast, baseline?.value(.spo2Percent) ?? .max)
        let words = "SpO2 \(limit) %, " + (base > 0 ? "O2 as at baseline" : "room air")
        let saturation = range(.oxygen, .spo2Percent, words, judged) { value, _ in value >= limit }
        guard saturation.isMet, let newest else { return saturation }
        func open(_ detail: String) -> Criterion { Criterion(.oxygen, words: words, isMet: false, detail: detail) }
        let flows = session.readings(of: .oxygenTenthsLiterPerMin)
        let newestFlow = session.newestValue(flows)
        func isMore(_ flow: LatestReading) -> Bool { flow.reading.value.map { $0 > base } ?? false }
        if let flow = newestFlow, isMore(flow) {
            let text = flow.reading.value.map { Parameter.oxygenTenthsLiterPerMin.text($0) } ?? ""
            return open("O2 \(text) L/min since \(age(flow.observedSessionMicros)): o0 when it is off")
        }
        // Off long enough before the set, whatever was given before.
        let latest = newest.oldestMicros - Int64(rules.roomAirMinutes) * Micros.perMinute
        var off: LatestReading?
        for flow in flows.reversed() where flow.reading.value != nil {
            if let off, isMore(flow) {
                return open("a set \(rules.roomAirMinutes) min after O2 went off, \(age(off.observedSessionMicros))")
            }
            if flow.observedSessionMicros <= latest { break }
            off = flow
        }
        let isKnown = newestFlow.map { $0.observedSessionMicros >= since } ?? false || isOxygenConfirmed
        return isKnown ? saturation : open("not confirmed: o0 or the list")
    }

    /// It stays confirmed until it is changed: an escort who comes late costs a set, and no answer again.
    private var isOxygenConfirmed: Bool {
        session.rules.dischargeList.contains { item in
            guard item.confirmsOxygen, let given = session.dischargeAnswered[item.id] else { return false }
            return given.micros >= since && given.answer.answer == .yes
        }
    }

    // Scores and answers.

    /// The newest value of a parameter since the dose ended, from a set or a note.
    private func scored(_ parameter: Parameter) -> (value: Int, micros: Int64)? {
        let newest = session.newestValue(session.readings(of: parameter).from(since))
        return newest.flatMap { reading in reading.reading.value.map { ($0, reading.observedSessionMicros) } }
    }

    private var sedation: Criterion {
        let limit = min(rules.moaasAtLeast, baseline?.value(.moaas) ?? .max)
        func criterion(_ isMet: Bool, _ detail: String) -> Criterion {
            Criterion(.sedation, words: "MOAA/S \(limit)", isMet: isMet, detail: detail)
        }
        guard let score = scored(.moaas) else { return criterion(false, "not scored since the dose ended") }
        guard isYoung(score.micros) else {
            return criterion(false, "MOAA/S \(score.value) is \(minutes(score.micros))")
        }
        if let rass = scored(.rass), rass.value != 0, rass.value != baseline?.value(.rass) {
            return criterion(false, "RASS \(Parameter.rass.text(rass.value)) \(age(rass.micros))")
        }
        return criterion(score.value >= limit, "MOAA/S \(score.value)")
    }

    private var dissociation: Criterion {
        func criterion(_ isMet: Bool, _ detail: String) -> Criterion {
            Criterion(.dissociation, words: "dissociation back", isMet: isMet, detail: detail)
        }
        guard let note = session.latestDissociation, note.entry.observedSessionMicros >= since else {
            return criterion(false, "not noted since the dose ended")
        }
        let (score, micros) = (note.value.score, note.entry.observedSessionMicros)
        if isDistressed { return criterion(false, "dissociation \(score), distressed") }
        guard score <= session.dissociationLimit else {
            return criterion(false, "dissociation \(score) \(age(micros))")
        }
        guard isYoung(micros) else { return criterion(false, "dissociation \(score) is \(minutes(micros))") }
        return criterion(true, "dissociation \(score)")
    }

    /// A score alone says nothing of distress: the newest answer to it stands.
    private var isDistressed: Bool {
        guard let distressed = session.notes(ofDistress: true).last?.entry else { return false }
        guard let calm = session.notes(ofDistress: false).last?.entry else { return true }
        return (distressed.observedSessionMicros, distressed.event.number)
            > (calm.observedSessionMicros, calm.event.number)
    }

    private var pain: Criterion {
        let limit = max(rules.painAtMost, baseline?.value(.painNrs) ?? 0)
        func criterion(_ isMet: Bool, _ detail: String) -> Criterion {
            Criterion(.pain, words: "pain \(limit) or less", isMet: isMet, detail: detail)
        }
        guard let pain = scored(.painNrs) else { return criterion(false, "not asked since the dose ended") }
        guard isYoung(pain.micros) else { return criterion(false, "pain \(pain.value) is \(minutes(pain.micros))") }
        return criterion(pain.value <= limit, "pain \(pain.value)")
    }

    private var list: Criterion {
        let answers = session.dischargeAnswers(at: now)
        let items = session.rules.dischargeList
        let open = items.filter { answers[$0.id] == nil }
        let failed = items.first { item in item.stopOn != nil && answers[item.id]?.answer == item.stopOn }
        let old = open.count { session.dischargeAnswered[$0.id] != nil }
        var words = open.isEmpty ? "" : "\(open.count) open"
        if old > 0 { words += old == open.count ? ", answered too long ago or too early" : ", \(old) of them stale" }
        return Criterion(
            .list,
            words: "discharge list answered",
            isMet: open.isEmpty && failed == nil,
            detail: failed.map { "not yet: \($0.text)" } ?? words
        )
    }
}
