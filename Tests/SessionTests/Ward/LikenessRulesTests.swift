import Session
import TestSupport
import Testing

@Suite struct `Two who could be confused` {
    private static let reason = Reason(code: "wrongValue", text: "wrong value")

    private func session(_ id: String, _ name: String, _ mrn: String, _ year: Int, chair: String) throws -> Session {
        Session(try SessionScript(patient: samplePatient(name: name, mrn: mrn, birthYear: year), chair: chair), id: id)
    }

    private func closed(_ name: String = "Sample, Ada", _ mrn: String = "100234", _ year: Int = 1984) -> KnownPatient {
        KnownPatient(
            samplePatient(name: name, mrn: mrn, birthYear: year),
            session: "x",
            closedAtUTCMicros: SessionScript.morning
        )
    }

    private func ward(_ sessions: [Session], closed: [KnownPatient] = [], ever: Int = 0) -> OpenSessions {
        OpenSessions(chairs: sampleChairs, sessions: sessions, closedToday: closed, sessionsEver: ever)
    }

    /// What a check-in records, or why it is refused.
    private func checkIn(
        _ patient: Patient,
        _ ward: OpenSessions,
        asked: [String] = []
    ) -> Result<[Event], Refusal> {
        let rules = sampleProtocol()
        let opening = Opening(
            patient: patient,
            chair: nil,
            protocolID: rules.id,
            protocolVersion: rules.version,
            protocolSHA256: String(repeating: "0", count: 64),
            asked: asked,
            ordinal: ward.nextOrdinal
        )
        do throws(Refusal) {
            return .success(
                try WardRules.open(
                    opening,
                    id: "new",
                    rules: rules,
                    among: ward,
                    staff: sampleStaff,
                    by: .staff(id: "n001", role: .nurse),
                    at: Moment(utcMicros: SessionScript.morning, sessionMicros: 0)
                )
            )
        } catch {
            return .failure(error)
        }
    }

    private func problem(_ result: Result<[Event], Refusal>) -> String? {
        guard case .failure(.outOfRange(let problems)) = result else { return nil }
        return problems.first?.sentence
    }

    private func questions(_ result: Result<[Event], Refusal>) -> [String]? {
        guard case .failure(.unusual(let questions)) = result else { return nil }
        return questions
    }

    @Test func `A patient who is here is not checked in again under the same number typed otherwise`() throws {
        let ada = try session("a", "Sample, Ada", "0100234", 1984, chair: "1")
        for mrn in ["0100234", "100234", " 100 234 ", "100-234"] {
            let sentence = problem(checkIn(samplePatient(name: "Other, Bo", mrn: mrn, birthYear: 1970), ward([ada])))
            #expect(
                sentence == "MRN \(mrn) is open already: 1 Sample, Ada *1984: open that session, or check the number"
            )
        }
    }

    @Test(arguments: [("Other, Bo", 1984), ("Sample, Ada", 1970)])
    func `A number that was another person's today is not taken without a question`(name: String, year: Int) throws {
        let patient = samplePatient(name: name, mrn: "100234", birthYear: year)
        let ward = ward([], closed: [closed()])
        let asked = try #require(questions(checkIn(patient, ward)))
        #expect(asked == ["MRN 100234 belongs to Sample, Ada *1984, closed today: is the number right?"])

        let events = try checkIn(patient, ward, asked: asked).get()
        guard case .sessionOpened(let opening)? = events.first?.body else { return }
        #expect(opening.asked == asked, "the question stands in the record")
    }

    @Test func `A second session of one person on one day is asked about`() throws {
        let asked = try #require(questions(checkIn(samplePatient(), ward([], closed: [closed()]))))
        #expect(asked == ["Sample, Ada *1984, closed today: is this a second session on one day?"])
    }

    @Test func `Numbers that are nearly the same are asked about at check-in, and raise nothing that stands`() throws {
        let ada = try session("a", "Sample, Ada", "100234", 1984, chair: "1")
        let patient = samplePatient(name: "Other, Bo", mrn: "100243", birthYear: 1970)
        let asked = try #require(questions(checkIn(patient, ward([ada]))))
        #expect(asked == ["NAME ALERT 1 Sample, Ada *1984: MRN nearly the same: is this another person?"])
        #expect(NameAlert.find(for: KnownPatient(patient), among: ward([ada]).known) == nil)
    }

    @Test func `An answer to one likeness is no answer to another that came later`() throws {
        let ada = try session("a", "Sample, Ada", "100234", 1984, chair: "1")
        let eva = try session("b", "Sample, Eva", "700000", 1970, chair: "2")
        let patient = samplePatient(name: "Sample, Bo", mrn: "555", birthYear: 1950)
        let first = try #require(questions(checkIn(patient, ward([ada]))))
        let second = try #require(questions(checkIn(patient, ward([ada, eva]), asked: first)))
        #expect(second == ["NAME ALERT 2 Sample, Eva *1970: same surname: is this another person?"])
    }

    @Test func `A temporary number is never given twice`() throws {
        let here = try session("a", "Sample, Ada", "100234", 1984, chair: "1")
        for (ever, closed, next) in [
            (0, [], "TEMP-1"), (11, [], "TEMP-12"), (3, [closed("O, B", "TEMP-9", 1970)], "TEMP-10"),
        ] {
            let ward = ward([here], closed: closed, ever: ever)
            #expect(RecordNumber.temporary(ward.nextOrdinal) == next)
            for mrn in ["TEMP-2", "temp 2", "TEMP-500"] {
                let result = checkIn(samplePatient(name: "Other, Cy", mrn: mrn, birthYear: 1960), ward)
                #expect(problem(result)?.hasSuffix("leave the MRN empty for \(next)") == true, "\(result)")
            }
            _ = try checkIn(samplePatient(name: "Other, Cy", mrn: next, birthYear: 1960), ward).get()
        }
    }

    /// A correction may take the number that the check-in did not need, and no other session's.
    @Test(arguments: [("TEMP-4", true), ("TEMP-3", false), ("TEMP-5", false)])
    func `A correction takes no temporary number but the session's own`(mrn: String, isTaken: Bool) throws {
        var script = try SessionScript()
        script.session = try reopened(script.session) { $0.ordinal = 4 }
        var opening = try #require(script.session.opening)
        opening.patient.mrn = mrn
        let refusal = script.refusal(
            of: .amend(target: 0, replacement: .sessionOpened(opening), reason: Self.reason)
        )
        #expect((refusal == nil) == isTaken)
        if case .outOfRange(let problems)? = refusal {
            #expect(problems.first?.sentence.hasSuffix("leave the MRN empty for TEMP-4") == true)
        }
    }

    @Test func `A correction to another's number or name is asked about like a check-in`() throws {
        var script = try SessionScript(patient: samplePatient(name: "Other, Bo", mrn: "555", birthYear: 1970))
        script.others = [try session("t", "Sample, Ada", "100234", 1984, chair: "2")]
        var opening = try #require(script.session.opening)
        opening.patient.name = "Sample, Bo"
        func correction() -> Command { .amend(target: 0, replacement: .sessionOpened(opening), reason: Self.reason) }
        guard case .unusual(let asked)? = script.refusal(of: correction()) else {
            Issue.record("it was taken")
            return
        }
        opening.asked += asked
        try script.give(correction())
        #expect(script.session.opening?.asked == asked)
        opening.patient.weightGrams += 1000
        try script.give(correction())
    }

    @Test func `An alert ends with the likeness`() throws {
        var script = try SessionScript()
        script.others = [try session("t", "Sample, Bo", "777777", 1990, chair: "2")]
        try script.prepareToStartAmongOthers()
        #expect(script.refusal(of: .start(samplePump())) != nil)
        var opening = try #require(script.session.opening)
        opening.patient.name = "Semple, Ada"
        try script.give(.amend(target: 0, replacement: .sessionOpened(opening), reason: Self.reason))
        #expect(script.missing(.start) == ["timeout"], "two persons checked another name")
        try script.give(sampleTimeout(script.session))
        #expect(script.refusal(of: .start(samplePump())) == nil)
    }

    @Test func `Of twins with neighbouring numbers the start asks for the given name`() throws {
        var script = try SessionScript()
        script.others = [try session("t", "Sample, Ida", "100235", 1984, chair: "2")]
        try script.prepareToStartAmongOthers()
        for answers in [[:], [.birthYear: "1984"], [.givenName: "Ida"], [.givenName: ""]] as [NameAlert.Answers] {
            guard case .outOfRange(let problems)? = script.refusal(of: .start(samplePump(), answers: answers)) else {
                Issue.record("\(answers) was taken")
                continue
            }
            #expect(problems.allSatisfy { $0.field == "who.givenName" })
        }
        let twins =
            "Ida is NOT the given name of Sample, Ada: is the right patient in the chair? "
            + "It is that of 2 Sample, Ida *1984"
        let refusal = script.refusal(of: .start(samplePump(), answers: [.givenName: "Ida"]))
        #expect(refusal == .outOfRange([FieldProblem(field: "who.givenName", sentence: twins)]))
        #expect(script.refusal(of: .start(samplePump(), answers: [.givenName: " ADA "])) == nil)
    }

    @Test func `Drug drawn under another's name is recorded as a deviation, after the chair was asked`() throws {
        var script = try SessionScript()
        script.others = [try session("t", "Sample, Bo", "777777", 1990, chair: "2")]
        guard case .outOfRange? = script.refusal(of: .drawDrug(sampleContainer())) else {
            Issue.record("nothing was asked")
            return
        }
        let wrong = Command.drawDrug(sampleContainer(), answers: [.birthYear: "1990"])
        guard case .unusual(let questions)? = script.refusal(of: wrong), let confirmed = wrong.confirmed else {
            Issue.record("it was not asked where it belongs")
            return
        }
        #expect(questions.joined(separator: " ").contains("It is that of 2 Sample, Bo *1990"))
        #expect(questions.last?.hasPrefix("In which chair") == true)

        let events = try script.give(confirmed)

        #expect(events.map(\.body.kind) == ["deviation.recorded", "drug.drawn"])
        #expect(events.map(\.number) == [1, 2])
        guard case .deviationRecorded(let deviation)? = events.first?.body else { return }
        #expect(deviation.requirements == ["nameAlert.birthYear"])
        #expect(deviation.reason.text == "NAME ALERT 2 same surname: birth year typed as 1990")
    }

    @Test func `Drug drawn with the right answer is a plain fact`() throws {
        var script = try SessionScript()
        script.others = [try session("t", "Sample, Bo", "777777", 1990, chair: "2")]
        let events = try script.give(.drawDrug(sampleContainer(), answers: [.birthYear: "1984"]))
        #expect(events.map(\.body.kind) == ["drug.drawn"])
    }

    /// Whoever knows the patient can always answer, whatever was typed as name and number.
    @Test(
        arguments: ["Sample, Ada", "???", "\u{738B}", "Sample", ", Ada", "Ada  Sample"],
        ["100234", "---", "0", "TEMP-1"]
    )
    func `No patient is without an answer`(name: String, mrn: String) throws {
        let patient = KnownPatient(samplePatient(name: name, mrn: mrn), session: "s")
        let twin = KnownPatient(samplePatient(name: "Sample, Ida", mrn: "555"), session: "t")
        let alert = try #require(NameAlert.find(for: patient, among: [twin]))
        var script = try SessionScript()
        script.session = try reopened(script.session) { $0.patient = samplePatient(name: name, mrn: mrn) }
        script.others = [try session("t", "Sample, Ida", "555", 1984, chair: "2")]
        let answers = patient.ownAnswers.filter { alert.questions.contains($0.key) }
        let events = try script.give(.drawDrug(sampleContainer(), answers: answers))
        #expect(events.map(\.body.kind) == ["drug.drawn"])
    }

    /// A session as another opening makes it.
    private func reopened(_ session: Session, _ change: (inout Opening) -> Void) throws -> Session {
        var opening = try #require(session.opening)
        change(&opening)
        var first = session.entries[0]
        first.body = .sessionOpened(opening)
        return Session(id: session.id, rules: session.rules, events: [first])
    }
}

extension SessionScript {
    /// Prepares a start with the others away, who come back after it.
    fileprivate mutating func prepareToStartAmongOthers() throws(Refusal) {
        let others = others
        self.others = []
        try prepareToStart()
        self.others = others
    }
}
