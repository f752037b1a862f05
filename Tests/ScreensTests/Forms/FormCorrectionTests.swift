import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `A correction form` {
    private static func infused() throws -> SessionScript {
        var script = try Standing.dosing.script()
        script.wait(minutes: 10)
        try script.give(.recordVitals(sampleVitals(152, 88), observedAtMicros: nil))
        try script.give(.recordNote("slept", observedAtMicros: nil))
        let note = Dissociation(score: 2, moaas: 4, rass: -1, text: "eyes closed")
        try script.give(.recordDissociation(note, observedAtMicros: nil))
        return script
    }

    private static let reason = sampleProtocol().reasons.correction[0]

    private static func set(_ change: (inout Vitals) -> Void) -> Vitals {
        var vitals = sampleVitals(152, 88)
        change(&vitals)
        return vitals
    }

    /// What is typed, the set it comes to, and what it takes back.
    private static let lines: [(String, Vitals, Set<Parameter>)] = [
        ("s97", set { $0[.spo2Percent] = .value(97) }, []),
        ("125/88", set { $0[.systolicMmHg] = .value(125) }, []),
        ("rr12 m4", set { ($0[.respiratoryRatePerMin], $0[.moaas]) = (.value(12), .value(4)) }, []),
        ("p2", set { $0[.painNrs] = .value(2) }, []),
        ("s?", set { $0[.spo2Percent] = .unmeasurable(.noReading) }, []),
        ("s-", set { $0[.spo2Percent] = nil }, [.spo2Percent]),
        ("m- hr80", set { ($0[.moaas], $0[.heartRatePerMin]) = (nil, .value(80)) }, [.moaas]),
        (
            "bp-", set { ($0[.systolicMmHg], $0[.diastolicMmHg]) = (nil, nil) },
            [.systolicMmHg, .diastolicMmHg]
        ),
    ]

    @Test(arguments: lines)
    func `A corrected value never drops another one of its set`(
        line: String,
        vitals: Vitals,
        takenBack: Set<Parameter>
    ) throws {
        let session = try Self.infused()
        let number = session.session.vitalsSets.last?.number ?? 0
        var script = FormScript(.correct, session, entry: number)
        let step = script.type("c|\(line)|1|")
        let amendment = Command.amend(
            target: number,
            replacement: .vitalsRecorded(vitals),
            reason: Self.reason,
            takingBack: takenBack
        )
        #expect(command(step) == amendment, "\(script.text())")
        #expect(script.decide(step) == .putAside)
        #expect(script.ward.stays[0].decided.entry(number).body == .vitalsRecorded(vitals))
    }

    @Test func `shows what the entry says and what it will say`() throws {
        let session = try Self.infused()
        var script = FormScript(.correct, session, entry: session.session.vitalsSets.last?.number)
        script.type("c|")
        #expect(script.text().contains("It says BP 152/88 HR 72 SpO2 98 RR 14 MOAA/S 5"), "\(script.text())")
        script.type("s97")
        #expect(script.text().contains("It will say BP 152/88 HR 72 SpO2 97 RR 14 MOAA/S 5"), "\(script.text())")
        script.type(" rr-")
        #expect(script.text().contains("It will say BP 152/88 HR 72 SpO2 97 MOAA/S 5 RR 14 taken back"))
    }

    @Test func `takes as many keys as it did, and fewer for one value`() throws {
        let session = try Self.infused()
        var script = FormScript(.correct, session, entry: session.session.vitalsSets.last?.number)
        let keys = "cs97|1|"
        #expect(command(script.type(keys)) != nil)
        #expect(keys.count + 1 <= 9, "with the x that opens it")
    }

    /// What is typed, and what is said about it.
    private static let refused: [(String, String)] = [
        ("t-", "Temp does not stand in this entry"), ("s98", "this is what it says already"),
        ("bp- hr- s- rr- m-", "no value is left: void the entry instead"), ("d2", "values only"),
        ("@-4 s97", "values only"), ("s980", "outside"), ("s98", "already"),
    ]

    @Test(arguments: refused)
    func `refuses what is no correction`(line: String, words: String) throws {
        let session = try Self.infused()
        var script = FormScript(.correct, session, entry: session.session.vitalsSets.last?.number)
        #expect(script.type("c|\(line)|1|") == .stay)
        #expect(script.text().contains(words), "\(script.text())")
    }

    @Test func `keeps what another console corrected meanwhile`() throws {
        var session = try Self.infused()
        let number = session.session.vitalsSets.last?.number ?? 0
        var script = FormScript(.correct, session, entry: number)
        script.type("c|s97")
        let other = Self.set { $0[.heartRatePerMin] = .value(90) }
        try session.give(.amend(target: number, replacement: .vitalsRecorded(other), reason: Self.reason))
        script.ward.stays[0].decided = session.session

        script.decide(script.type("|1|"))

        let both = Self.set { ($0[.heartRatePerMin], $0[.spo2Percent]) = (.value(90), .value(97)) }
        #expect(script.ward.stays[0].decided.entry(number).body == .vitalsRecorded(both))
    }

    /// What is typed over `2 n m4 r-1 eyes closed`, and what it comes to.
    private static let notes: [(String, Dissociation, Set<Parameter>)] = [
        ("3", Dissociation(score: 3, moaas: 4, rass: -1, text: "eyes closed"), []),
        ("y", Dissociation(score: 2, isDistressed: true, moaas: 4, rass: -1, text: "eyes closed"), []),
        ("m5", Dissociation(score: 2, moaas: 5, rass: -1, text: "eyes closed"), []),
        ("talks", Dissociation(score: 2, moaas: 4, rass: -1, text: "talks"), []),
        ("m- r-", Dissociation(score: 2, text: "eyes closed"), [.moaas, .rass]),
        ("w-", Dissociation(score: 2, moaas: 4, rass: -1), []),
    ]

    @Test(arguments: notes)
    func `A corrected score never drops sedation or words of its note`(
        line: String,
        note: Dissociation,
        takenBack: Set<Parameter>
    ) throws {
        let session = try Self.infused()
        let number = session.session.nextNumber - 1
        var script = FormScript(.correct, session, entry: number)
        let step = script.type("c|\(line)|1|")
        let amendment = Command.amend(
            target: number,
            replacement: .dissociationRecorded(note),
            reason: Self.reason,
            takingBack: takenBack
        )
        #expect(command(step) == amendment, "\(script.text())")
        #expect(script.decide(step) == .putAside)
    }

    @Test func `puts the words of a note in the line`() throws {
        let session = try Self.infused()
        let number = session.session.nextNumber - 2
        var note = FormScript(.correct, session, entry: number)
        let amended = Command.amend(target: number, replacement: .noteRecorded("slept well"), reason: Self.reason)
        #expect(command(note.type("c| well|1|")) == amended)
    }

    @Test func `voids an entry chosen from the newest`() throws {
        let session = try Self.infused()
        var script = FormScript(.correct, session)
        let step = script.type("2|v|2|")
        let reason = sampleProtocol().reasons.correction[1]
        #expect(command(step) == .void(target: session.session.nextNumber - 2, reason: reason))
        #expect(script.decide(step) == .putAside)
    }
}

@Suite struct `A voided syringe` {
    private static func drawn() throws -> (session: SessionScript, number: Int) {
        let session = try Standing.ready.script()
        return (session, session.session.entries.last { $0.body.kind == "drug.drawn" }?.number ?? 0)
    }

    @Test(arguments: [("", nil), ("Okafor", "Okafor")] as [(String, String?)])
    func `is asked for a witness and taken without one`(typed: String, witness: String?) throws {
        let (session, number) = try Self.drawn()
        var script = FormScript(.correct, session, entry: number)
        let step = script.type("v|2|\(typed)|")
        let reason = sampleProtocol().reasons.correction[1]
        #expect(command(step) == .void(target: number, reason: reason, witness: witness), "\(script.text())")
        #expect(script.decide(step) == .putAside)
    }

    @Test func `stands in the drug form and in the signature until a witness says why`() throws {
        var (session, number) = try Self.drawn()
        let reason = sampleProtocol().reasons.correction[1]
        try session.give(.void(target: number, reason: reason))
        try session.give(.cancel(reason))
        let close = FormScript(.close, session)
        #expect(close.text().contains("A, void (entry \(number)) NOT BALANCED difference 50 mg"), "\(close.text())")
        #expect(close.text().contains("VOID, AND NO WITNESS HAS SAID WHY"))

        var drug = FormScript(.drug, session)
        let step = drug.type("n|1|Okafor|never drawn|")

        let explanation = DrugExplanation(entry: number, witness: "Okafor", text: "never drawn")
        #expect(command(step) == .explainDrug(explanation), "\(drug.text())")
        #expect(drug.decide(step) == .putAside)
        let stay = drug.ward.stays[0]
        #expect(stay.decided.needs(for: .close, at: stay.now).isEmpty)
    }
}
