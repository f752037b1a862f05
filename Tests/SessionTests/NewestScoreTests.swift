import Session
import TestSupport
import Testing

@Suite struct `The newest look at the patient` {
    private func infusing() throws -> SessionScript {
        var script = try SessionScript()
        try script.startInfusing()
        script.wait(minutes: 10)
        try script.give(.recordVitals(sampleVitals(), observedAtMicros: nil))
        script.wait(minutes: 5)
        return script
    }

    @Test func `counts sedation scored with a note on dissociation as the current one`() throws {
        var script = try infusing()
        try script.give(.recordDissociation(Dissociation(score: 2, moaas: 2, rass: -4), observedAtMicros: nil))
        #expect(script.session.latest(.moaas)?.reading == .value(2))
        #expect(script.session.latest(.rass)?.reading == .value(-4))
        let conditions = script.session.standingAlarms.compactMap(\.present)
        #expect(conditions.map(\.message) == ["MOAA/S 2 < 3"], "closed eyes are RASS -4: how deep is MOAA/S's to say")
        #expect(conditions.map(\.priority) == [.high])
    }

    @Test func `takes a better score of a later set over an earlier note`() throws {
        var script = try infusing()
        try script.give(.recordDissociation(Dissociation(score: 2, moaas: 2), observedAtMicros: nil))
        script.wait(minutes: 2)
        try script.give(.recordVitals(sampleVitals(), observedAtMicros: nil))
        #expect(script.session.latest(.moaas)?.reading == .value(5))
        #expect(script.session.standingAlarms.isEmpty)
    }

    @Test func `raises nothing for a note entered late that is older than the newest one`() throws {
        var script = try infusing()
        try script.give(
            .recordDissociation(Dissociation(score: 1, isDistressed: false, moaas: 5), observedAtMicros: nil)
        )
        let earlier = script.now.utcMicros - 3 * Micros.perMinute
        let late = Dissociation(score: 4, isDistressed: true, moaas: 1)
        try script.give(.recordDissociation(late, observedAtMicros: earlier))
        #expect(script.session.standingAlarms.isEmpty)
        #expect(script.session.latestDissociation?.value.score == 1)
    }

    @Test(arguments: [
        (Dissociation(score: 0), []), (Dissociation(score: 3), []),
        (Dissociation(score: 1, isDistressed: true), ["DISTRESS"]),
        (Dissociation(score: 4), ["dissociation 4, unreachable"]),
        (Dissociation(score: 4, isDistressed: true), ["DISTRESS", "dissociation 4, unreachable"]),
    ])
    func `raises distress and a patient out of reach as medium`(note: Dissociation, messages: [String]) throws {
        var script = try infusing()
        try script.give(.recordDissociation(note, observedAtMicros: nil))
        let alarms = script.session.standingAlarms
        #expect(alarms.map(\.present?.message) == messages)
        #expect(alarms.allSatisfy { $0.present?.priority == .medium })
        #expect(alarms.allSatisfy { $0.observedMicros == script.now.sessionMicros })
    }

    @Test func `asks for sedation after the dose from either kind of entry`() throws {
        var script = try SessionScript()
        try script.finishDose()
        script.wait(minutes: 5)
        try script.give(.recordVitals(sampleVitals(), observedAtMicros: nil))
        try script.give(.recordDissociation(Dissociation(score: 0, moaas: 3), observedAtMicros: nil))
        let sedation = script.session.criteria(at: script.now).first { $0.kind == .sedation }
        #expect(sedation?.detail == "MOAA/S 3")
        #expect(sedation?.isMet == false)
    }
}
