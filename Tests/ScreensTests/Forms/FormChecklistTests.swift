import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `A checklist form` {
    @Test func `is answered with one key an item and recorded at the end`() throws {
        var script = FormScript(.screening, try SessionScript())
        let step = script.type("ynnnnnyy|")
        let items = sampleProtocol().screening
        let answers = zip(items, "ynnnnnyy").map { ItemAnswer(item: $0.id, answer: $1 == "y" ? .yes : .no) }
        #expect(command(step) == .answerScreening(answers), "\(script.text())")
        #expect(script.decide(step) == .putAside)
    }

    @Test func `says what an answer leads to`() throws {
        var script = FormScript(.screening, try SessionScript())
        #expect(!script.text().contains("STOP:"))
        script.type("yy")
        #expect(script.text().contains("[yes] Allergy to ketamine or esketamine STOP: no start without"))
        script.press(.up)
        script.type("n")
        #expect(!script.text().contains("STOP:"))
        script.type("nny")
        #expect(script.text().contains("DECIDE: the prescriber decides"))
    }

    @Test func `asks why an item does not apply`() throws {
        var script = FormScript(.screening, try SessionScript())
        script.type("ynna")
        #expect(script.text().contains("remark:"))
        script.press(.control("s"))
        #expect(script.text().contains("! not applicable needs its reason"))
        script.type("rpast the menopause|")
        guard case .answerScreening(let answers)? = command(script.press(.control("s"))) else {
            Issue.record("nothing was submitted: \(script.text())")
            return
        }
        #expect(answers.count == 4)
        #expect(answers.last?.answer == .notApplicable(reason: "past the menopause"))
    }

    @Test func `takes a remark with r, and its paste as text`() throws {
        var script = FormScript(.screening, try SessionScript())
        script.type("y")
        script.press(.up)
        script.type("r")
        script.press(.paste("signed\nyesterday"))
        script.press(.enter)
        let consent = ItemAnswer(item: "consent", answer: .yes, remark: "signed yesterday")
        #expect(command(script.press(.control("s"))) == .answerScreening([consent]))
    }

    @Test func `takes an item that bears the name of a field for no field`() throws {
        var rules = sampleProtocol()
        rules.screening = [ChecklistItem(id: "reason", text: "A reason not to", answers: .yesNo)]
        var session = try SessionScript(rules: rules)
        try session.give(.answerScreening([ItemAnswer(item: "reason", answer: .yes)]))
        var script = FormScript(.screening, session)
        script.type("n")
        #expect(script.text().contains("[no] A reason not to"))
        #expect(script.text().contains("Changed because*"))
        let why = "was yes: \(rules.reasons.correction[0].text)"
        let changed = ItemAnswer(item: "reason", answer: .no, remark: why)
        #expect(command(script.type(">1|")) == .answerScreening([changed]), "\(script.text())")
    }

    @Test func `opens with what is recorded and records only what is new`() throws {
        var session = try SessionScript()
        try session.give(.answerScreening([ItemAnswer(item: "consent", answer: .yes, remark: "copy in file")]))
        var script = FormScript(.screening, session)
        let text = script.text()
        #expect(text.contains("[yes] Consent signed for this course remark: copy in file"))
        #expect(text.contains("7 of 8 open"))
        script.press(.control("s"))
        #expect(script.text().contains("! nothing is answered that is not recorded already"))
        // It opens at the first open item, so that a letter answers and changes nothing.
        script.type("n")
        let allergy = ItemAnswer(item: "allergy", answer: .no)
        #expect(command(script.press(.control("s"))) == .answerScreening([allergy]))
    }

    @Test func `asks why a recorded answer is changed, and says what it was`() throws {
        var session = try SessionScript()
        try session.give(.answerScreening(clearScreening(session.session.rules)))
        var script = FormScript(.screening, session)
        script.press(.home)
        script.type("n")
        #expect(script.text(100, 40).contains("Changed: consent no (was yes)"))
        #expect(command(script.press(.control("s"))) == nil)
        #expect(script.text(100, 40).contains("! Changed because: choose one"))
        let consent = ItemAnswer(item: "consent", answer: .no, remark: "was yes: Wrong value")
        #expect(command(script.type("1|")) == .answerScreening([consent]))
    }

    @Test func `answers the discharge list after the dose`() throws {
        var script = FormScript(.dischargeList, try Standing.observing.script())
        let items = sampleProtocol().dischargeList
        let step = script.type("yyyy|")
        #expect(command(step) == .answerDischarge(items.map { ItemAnswer(item: $0.id, answer: .yes) }))
        #expect(script.decide(step) == .putAside)
    }
}

@Suite struct `The session menu` {
    static let table: [(Standing, String, FormKind)] = [
        (.screening, "k", .screening), (.screening, "r", .ready), (.ready, "s", .start), (.ready, "t", .timeout),
        (.dosing, "r", .rate), (.dosing, "e", .stop), (.paused, "r", .resume), (.observing, "l", .readyToLeave),
        (.leaving, "d", .discharge), (.left, "c", .close), (.left, "b", .comeBack),
    ]

    @Test(arguments: table)
    func `opens what the state allows`(standing: Standing, key: String, kind: FormKind) throws {
        var script = FormScript(.sessionMenu, try standing.script())
        #expect(script.type(key) == .stay)
        #expect(script.form.kind == kind)
        #expect(script.form.session == "s")
    }

    @Test func `offers no start while it is not due`() throws {
        let script = FormScript(.sessionMenu, try Standing.dosing.script())
        #expect(!script.text().contains("start the infusion"))
        #expect(script.text().contains("INFUSING"))
    }
}

@Suite struct `A start beside a namesake` {
    private static func script(_ kind: FormKind = .start, birthYear: Int = 1990) throws -> FormScript {
        let patient = samplePatient(name: "Sample, Bo", mrn: "777777", birthYear: birthYear)
        let twin = Session(try SessionScript(patient: patient, chair: "C3"), id: "t")
        return FormScript(kind, try (kind == .start ? Standing.ready : .screening).script(), others: [twin])
    }

    @Test func `asks the year of birth and takes the right one`() throws {
        var script = try Self.script()
        #expect(script.text().contains("NAME ALERT"))
        #expect(command(script.type("1984|60|40|1|||")) == .start(samplePump(), answers: [.birthYear: "1984"]))
    }

    @Test func `asks the given name where the years are the same`() throws {
        var script = try Self.script(birthYear: 1984)
        #expect(script.text().contains("Given name"))
        #expect(!script.text().contains("Birth year"))
        #expect(command(script.type("ada|60|40|1|||")) == .start(samplePump(), answers: [.givenName: "ada"]))
    }

    @Test func `has the drug drawn asked about in the same way, and records a wrong answer with its deviation`() throws
    {
        var script = try Self.script(.drug)
        #expect(script.decide(script.type("d1990|||50|1|50||")) == .stay)
        #expect(script.text().contains("It is that of C3 Sample, Bo *1990"), "\(script.text())")
        #expect(script.decide(script.type("y")) == .putAside)
        let kinds = script.ward.stays[0].decided.entries.suffix(2).map(\.body.kind)
        #expect(kinds == ["deviation.recorded", "drug.drawn"])
    }

    @Test func `stops at another year`() throws {
        var script = try Self.script()
        #expect(script.decide(script.type("1990|60|40|1|||")) == .stay)
        #expect(
            script.text().contains("! 1990 is NOT the birth year of Sample, Ada: is the right patient in the chair?")
        )
    }
}
