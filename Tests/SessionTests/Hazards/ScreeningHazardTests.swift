import Session
import TestSupport
import Testing

@Suite struct `Screening` {
    private static let items = [
        ChecklistItem(id: "consent", text: "Consent signed", answers: .yesNo, stopOn: .no),
        ChecklistItem(id: "psychosis", text: "Psychosis", answers: .yesNo, decideOn: .yes),
        ChecklistItem(id: "fasting", text: "Fasted", answers: .yesNo, decideOn: .no),
        ChecklistItem(id: "maoi", text: "MAO inhibitor", answers: .yesNo, tellOn: .yes),
        ChecklistItem(id: "sedatives", text: "Sedative today", answers: .yesNo, tellOn: .yes),
        ChecklistItem(
            id: "opioids",
            text: "Opioid today",
            answers: .yesNo,
            tellOn: .yes,
            decideWith: "sedatives"
        ),
    ]

    /// Ready but for the answers of the screening that are given here.
    private static func screened(_ answers: [String: Answer]) throws -> SessionScript {
        var rules = sampleProtocol()
        rules.screening = items
        var script = try SessionScript(rules: rules)
        try script.screen()
        try script.measure(sampleVitals())
        for (item, answer) in answers.sorted(by: { $0.key < $1.key }) {
            try script.give(.answerScreening([ItemAnswer(item: item, answer: answer)]))
        }
        return script
    }

    /// What was answered, what then stands in the way, and what the prescriber is only told of.
    @Test(
        arguments: [
            ([:], [], []), (["maoi": .yes], [], ["maoi"]), (["opioids": .yes], [], ["opioids"]),
            (["sedatives": .yes], [], ["sedatives"]),
            (["opioids": .yes, "sedatives": .yes], ["screening.opioids"], ["sedatives"]),
            (["psychosis": .yes], ["screening.psychosis"], []), (["fasting": .no], ["screening.fasting"], []),
            (["consent": .no], ["screening.consent"], []),
        ] as [([String: Answer], [String], [String])]
    )
    func `What is decided never passes as something that is only told`(
        answers: [String: Answer],
        open: [String],
        told: [String]
    ) throws {
        let script = try Self.screened(answers)
        #expect(script.missing(.ready) == open)
        let found = script.session.screeningFindings
        #expect(found.filter { $0.consequence == .tell }.map(\.item.id) == told)
        #expect(found.count == open.count + told.count, "what is told stands on the summary")
    }

    @Test func `An opioid told of alone is decided once a sedative is answered`() throws {
        var script = try Self.screened(["opioids": .yes])
        try script.give(.declareReady)
        #expect(!script.missing(.start).contains("screening.opioids"))

        try script.give(.answerScreening([ItemAnswer(item: "sedatives", answer: .yes)]))

        #expect(script.missing(.start).contains("screening.opioids"))
    }

    @Test func `One decision covers the items it names, and no answer that came later`() throws {
        var script = try Self.screened(["psychosis": .yes, "fasting": .no])
        try script.decide(.ready)
        #expect(script.missing(.ready).isEmpty)

        try script.give(.answerScreening([ItemAnswer(item: "consent", answer: .no)]))
        #expect(script.missing(.ready) == ["screening.consent"])
        try script.give(.answerScreening([ItemAnswer(item: "fasting", answer: .no)]))
        #expect(script.missing(.ready) == ["screening.consent", "screening.fasting"])
    }

    @Test(arguments: [
        ("ketamine", true), ("KETAMINE: rash", true), ("esketamine spray", true), ("keta mine", true),
        ("penicillin, Ketamine", true), ("none known", false), ("penicillin", false),
    ])
    func `An allergy to the ordered drug stops the start, however it was typed`(text: String, stops: Bool) throws {
        var patient = samplePatient()
        patient.allergies = text
        var script = try SessionScript(patient: patient)
        try script.screen()
        try script.measure(sampleVitals())
        #expect(script.missing(.ready) == (stops ? ["allergy.drug"] : []))

        try script.decide(.ready)
        #expect(script.missing(.ready).isEmpty, "the prescriber may know better")
    }

    @Test func `Whoever had a yes on the risk screen leaves only with a safety plan`() throws {
        var rules = sampleProtocol()
        let risk = "suicidality"
        rules.screening.append(
            ChecklistItem(id: risk, text: "Risk", answers: .yesNo, tellOn: .yes, needsAtDischarge: "plan")
        )
        rules.dischargeList.append(ChecklistItem(id: "plan", text: "Safety plan written", answers: .yesNo))
        for answer in [Answer.yes, .no] {
            var script = try SessionScript(rules: rules)
            try script.recover()
            try script.give(.answerScreening([ItemAnswer(item: risk, answer: answer)]))
            try script.give(.answerDischarge([ItemAnswer(item: "plan", answer: .no)]))
            try script.give(.markReadyToLeave)
            try script.give(.removeAccess(siteIsClean: true, text: ""))
            #expect(script.missing(.discharge) == (answer == .yes ? ["discharge.plan"] : []))
        }
    }
}
