import Session
import TestSupport
import Testing

/// Those of them whom the course of the session keeps here.
extension `Each patient leaves in time and none before` {
    private static let baseline = "124/78 72 98 14 5 t36.6 p0 o0"
    private static let peak = "140/86 80 97 14 4"
    private static let rested = "126/80 74 98 14 5 p0"

    /// Until when somebody is dissociated, counted from the start or from the end of the dose, and when they leave.
    @Test(arguments: [(95, 120), (40 + 95, 140)])
    func `Dissociation until 95 min keeps a patient here, and what was said before it was gone counts for nothing`(
        until: Int,
        leaves: Int
    ) throws {
        var visit = try Visit()
        try visit.checkIn(Self.baseline)
        try visit.start()
        try visit.infuse(Self.peak)

        let tries = try visit.leave { visit, minute in
            // The look after it was noted as gone is of the vitals alone: the mood is not asked again yet.
            if minute == 100, until < 100 {
                try visit.measure(Self.rested)
                try visit.note(0)
            } else if Visit.isDue(minute) || minute == until {
                try visit.look(Self.rested, dissociation: minute <= until ? 1 : 0)
            }
        }

        #expect(tries.codes(70...95) == [["criterion.time", "criterion.dissociation", "criterion.list"]])
        if until < 100 {
            #expect(tries.codes(100...110) == [["criterion.time", "criterion.list"]])
            #expect(tries.codes(115...115) == [Self.time])
        } else {
            #expect(tries.codes(120...135) == [["criterion.dissociation", "criterion.list"]])
        }
        #expect(tries.leftAt == leaves)
        #expect(try held(visit, by: "126/80 74 98 14 4 p0") == ["criterion.sedation"])
        try visit.goHome()
    }

    @Test func `A nauseated patient is paused, and leaves once nausea is gone`() throws {
        var visit = try Visit()
        try visit.checkIn(Self.baseline)
        try visit.start()
        for minute in [10, 20] {
            visit.wait(until: minute)
            try visit.measure(Self.peak)
        }
        let nausea = try #require(visit.session.rules.reasons.pause.first { $0.code == "nausea" })
        try visit.give(.pause(nil))
        visit.wait(until: 25)
        try visit.give(.resume(pauseReason: nausea, prescriberDecision: nil))
        for minute in [35, 45] {
            visit.wait(until: minute)
            try visit.measure(Self.peak)
        }
        #expect(visit.session.dose(at: visit.script.now)?.givenMicrograms == 40_000)
        try visit.give(.stop(.completed, observedAtMicros: nil))

        let tries = try visit.leave { visit, minute in
            guard Visit.isDue(minute, after: 45) else { return }
            try visit.look(Self.rested, answering: ["nauseaControlled": minute < 130 ? .no : .yes])
        }

        #expect(tries.codes(75...115) == [["criterion.time", "criterion.list"]])
        #expect(tries.codes(120...125) == [["criterion.list"]])
        #expect(tries.leftAt == 130)
        try visit.goHome()
    }

    @Test func `Infiltrated at 25 min, nothing goes on and nobody leaves until the prescriber decides`() throws {
        var visit = try Visit()
        try visit.checkIn(Self.baseline)
        try visit.start()
        for minute in [10, 20] {
            visit.wait(until: minute)
            try visit.measure(Self.peak)
        }
        visit.wait(until: 25)
        let reasons = visit.session.rules.reasons
        let trouble = try #require(reasons.pause.first { $0.code == "ivProblem" })
        let lost = try #require(reasons.stop.first { $0.code == "ivLost" })
        try visit.give(.pause(trouble))
        try visit.give(.loseAccess(text: "forearm swollen", isInfiltrated: true))
        let resume = Command.resume(pauseReason: trouble, prescriberDecision: nil)
        #expect(visit.refused(resume) == ["access", "infiltration"])
        try visit.give(.placeAccess(site: "R hand", gauge: "22G"))
        #expect(visit.refused(resume) == ["infiltration"])
        visit.wait(until: 30)
        try visit.give(.stop(.early(lost), observedAtMicros: nil))
        #expect(visit.session.dose(at: visit.script.now)?.givenMicrograms == 25_000)

        let tries = try visit.leave { visit, minute in
            if Visit.isDue(minute, after: 30) { try visit.look(Self.rested) }
            if minute == 125 { try visit.decide(on: .readyToLeave) }
        }

        #expect(tries.codes(60...115) == [["criterion.time", "infiltration"]])
        #expect(tries.codes(120...120) == [["infiltration"]])
        #expect(tries.leftAt == 125)
        #expect(visit.session.linesInArm.map(\.site) == ["L forearm", "R hand"])
        try visit.goHome()
    }

    @Test func `A spike entered late after a telephone call keeps the patient here, though two good sets frame it`()
        throws
    {
        var visit = try Visit()
        try visit.checkIn(Self.baseline)
        try visit.start()
        try visit.infuse(Self.peak)

        var unaware: [String]?
        let tries = try visit.leave { visit, minute in
            if Visit.isDue(minute) { try visit.look(Self.rested) }
            guard minute == 120 else { return }
            unaware = visit.refused(.markReadyToLeave)
            // Read at 102 min, before the telephone rang.
            try visit.measure("165/96 88 98 16 5", minutesAgo: 18)
            #expect(visit.alarms.isEmpty)
        }

        #expect(unaware == [])
        #expect(tries.codes(70...115) == [Self.time])
        #expect(tries.codes(120...120) == [["criterion.pressure"]])
        #expect(tries.leftAt == 125)
        try visit.goHome()
    }

    @Test func `An escort who comes late costs one set and not the list again`() throws {
        var visit = try Visit()
        try visit.checkIn(Self.baseline)
        try visit.start()
        try visit.infuse(Self.peak)
        #expect(try visit.leave(as: Self.rested).leftAt == 120)
        try visit.give(.markReadyToLeave)
        visit.wait(until: 160)
        let departure = Command.discharge(Departure(with: "Ben Sample", instructionsGivenTo: "patient and escort"))
        #expect(visit.refused(departure) == ["access.removed", "final.set"])
        var shocked = visit
        try shocked.measure("82/50 116 97 24 5")
        #expect(
            shocked.refused(departure) == [
                "access.removed", "criterion.pressure", "criterion.heartRate", "criterion.breathing",
                "criterion.alarms",
            ]
        )
        // Oxygen begun while they wait is no state that was confirmed.
        var given = visit
        try given.measure("126/80 74 97 14 5 o2")
        #expect(given.refused(departure) == ["access.removed", "criterion.oxygen"])

        try visit.measure("126/80 74 98 14 5")

        #expect(visit.refused(departure) == ["access.removed"])
    }

    @Test func `Two sisters with neighbouring numbers are asked apart, and each leaves in her own time`() throws {
        let eva = samplePatient(name: "Sample, Eva", mrn: "100235", birthYear: 1986)
        var first = try Visit()
        var second = try Visit(eva, chair: "2")
        let ada = Session(first.script, id: "ada")
        let question = "NAME ALERT 1 Sample, Ada *1984: same surname, MRN nearly the same: is this another person?"
        let known = try [#require(KnownPatient(ada))]
        #expect(WardRules.questions(about: eva, among: known, except: nil) == [question])
        second.script.others = [ada]
        first.script.others = [Session(second.script, id: "eva")]
        try first.checkIn(Self.baseline)
        try first.start(answers: [.birthYear: "1984"])
        try second.checkIn("118/74 66 99 14 5 t36.6 p0 o0")
        second.script.wait(minutes: 20)
        for answers: NameAlert.Answers in [[:], [.birthYear: "1984"]] {
            let refusal = second.script.refusal(of: .start(samplePump(), answers: answers))
            guard case .outOfRange(let problems) = refusal else {
                Issue.record("started with \(answers): \(String(describing: refusal))")
                continue
            }
            #expect(problems.map(\.field) == ["who.birthYear"])
        }
        let sisters = Command.drawDrug(sampleContainer(), answers: [.birthYear: "1984"])
        guard case .unusual(let asked) = second.script.refusal(of: sisters) else {
            Issue.record("drawn for the sister without a question")
            return
        }
        #expect(asked.contains { $0.hasPrefix("In which chair does the drug belong?") })
        try second.start(answers: [.birthYear: "1986"])

        for var visit in [first, second] {
            try visit.infuse(Self.peak)
            let tries = try visit.leave(as: Self.rested)
            #expect(tries.codes(70...115) == [Self.time])
            #expect(tries.leftAt == 120)
            try visit.goHome()
            first = visit.session.patient == eva ? first : visit
        }
        let gone = try #require(KnownPatient(Session(first.script, id: "ada")))
        let here = try #require(KnownPatient(second.session))
        let alert = try #require(NameAlert.find(for: here, among: [gone]))
        #expect(alert.sentence == "NAME ALERT 1 closed today same surname, MRN nearly the same")
    }
}
