import Session
import TestSupport

/// What the tests of hazards do at the chair, in the words a nurse types.
extension SessionScript {
    /// Records a set as it is typed; what is unusual about it was asked and answered.
    mutating func type(_ line: String) throws(Refusal) { try measure(VitalsLine.parse(line).vitals) }

    mutating func measure(_ vitals: Vitals) throws(Refusal) {
        var confirmed = vitals
        confirmed.confirmedUnusual = true
        try give(.recordVitals(confirmed, observedAtMicros: nil))
    }

    /// Everything before READY but the baseline.
    mutating func screen() throws(Refusal) {
        try give(.confirmIdentity([.name, .birthDate]))
        try give(.answerScreening(clearScreening(session.rules)))
        try give(.placeOrder(sampleOrder(), confirmedUnusual: false))
        try give(.recordDissociation(Dissociation(score: 0), observedAtMicros: nil))
    }

    /// The prescriber decides on what stands in the way, having seen its figures.
    mutating func decide(_ permission: Permission) throws(Refusal) {
        let open = session.needs(for: permission, at: now).filter(\.canBeOverridden)
        guard !open.isEmpty else { return }
        try give(.grantOverride(Self.decision(on: open)))
    }

    static func decision(on needs: [Need]) -> Override {
        Override(on: needs, prescriber: "Dr Lind", way: .telephoneReadBack, text: "benefit outweighs risk")
    }

    /// Begins the infusion on a baseline that was measured twice; the prescriber let it go ahead where one must.
    mutating func startInfusing(on baseline: String) throws(Refusal) {
        try screen()
        try type(baseline)
        wait(minutes: 5)
        try type(baseline)
        try decide(.ready)
        try give(.placeAccess(site: "L forearm", gauge: "22G"))
        try give(.drawDrug(sampleContainer()))
        try give(.declareReady)
        try give(sampleTimeout(session))
        try give(.start(samplePump()))
    }

    /// Scores and the whole list, answered now.
    mutating func answerEverything() throws(Refusal) {
        try give(.recordDissociation(Dissociation(score: 0, moaas: 5), observedAtMicros: nil))
        try give(.answerDischarge(passedDischargeList(session.rules)))
    }

    /// The criteria of READY TO LEAVE that are not met now.
    var unmet: Set<Criterion.Kind> { Set(session.criteria(at: now).filter { !$0.isMet }.map(\.kind)) }

    /// The codes that a command is refused for; empty where it would be taken.
    func lacks(_ command: Command) -> [String] {
        guard let refusal = refusal(of: command) else { return [] }
        guard case .missing(_, let needs) = refusal else { return ["refused otherwise"] }
        return needs.map(\.code)
    }
}
