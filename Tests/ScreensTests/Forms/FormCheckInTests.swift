import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `Check-in` {
    /// All fields in order; the escort's answer opens two more.
    static func typeAll(
        _ script: inout FormScript,
        name: String = "Doe, Max",
        birth: String = "1979-11-02",
        mrn: String = "200100",
        weight: String = "76.5k",
        chair: String = "2"
    ) -> FormStep {
        script.type("\(name)|\(birth)|\(mrn)|m|\(weight)|none known|p|Eve Doe|555 0199|\(chair)||")
    }

    private static func patient(_ step: FormStep) -> Opening? {
        guard case .submit(.open(let opening, _)) = step else { return nil }
        return opening
    }

    @Test func `opens a session with everything that was typed`() throws {
        var script = FormScript(.checkIn)
        let opening = try #require(Self.patient(Self.typeAll(&script)), "\(script.text())")
        #expect(opening.patient.name == "Doe, Max")
        #expect(opening.patient.birthDate.text == "1979-11-02")
        #expect(opening.patient.mrn == "200100")
        #expect(opening.patient.sex == .male)
        #expect(opening.patient.weightGrams == 76_500)
        #expect(opening.patient.allergies == "none known")
        #expect(opening.patient.escort == .person(name: "Eve Doe", phone: "555 0199"))
        #expect(opening.chair == "C2")
        #expect(opening.protocolID == "iv-mood-0.5")
        #expect(opening.protocolSHA256 == String(repeating: "0", count: 64))
    }

    @Test func `sums everything up in one line before it is submitted`() throws {
        var script = FormScript(.checkIn)
        script.type("Doe, Max|1979-11-02|200100|m|76.5k|none known|p|Eve Doe|555 0199|2")
        let line = "Doe, Max, 1979-11-02, 200100, 47 y male, 76.5 kg (168.7 lb), allergies: none known, C2, iv-mood-0.5"
        #expect(script.text(100, 30).contains(line), "\(script.text(100, 30))")
    }

    @Test func `A weight stands in both units while it is typed, and as it was typed in the record`() throws {
        var script = FormScript(.checkIn)
        script.type("Doe, Max|1979-11-02|200100|m|176")
        #expect(script.text().contains("kg or lb? 176 kg = 388 lb; 176 lb = 79.8 kg"))
        script.press(.enter)
        #expect(script.text().contains("! 176 of what? Type 176k for kilograms or 176l for pounds"))
        script.type("l")
        #expect(script.text().contains("176 lb = 79.8 kg"))
        let opening = try #require(Self.patient(script.type("|none known|p|Eve Doe|555 0199|2||")))
        #expect(opening.patient.weightGrams == 79_800)
        #expect(opening.patient.weightThousandthsOfPound == 176_000)
    }

    @Test func `Pounds taken for kilograms cost one key, and n goes back to typing`() throws {
        var script = FormScript(.checkIn)
        let opening = try #require(Self.patient(Self.typeAll(&script, weight: "176k")))
        #expect(opening.asked.isEmpty)
        let question = "Weight 176 kg = 388 lb is unusual"
        script.receive(.refused(.unusual([question])))
        #expect(script.text().contains("? " + question))
        #expect(script.press(.enter) == .stay)
        #expect(script.type("n") == .stay)
        #expect(script.text().contains("176k"))
        _ = script.press(.control("s"))
        script.receive(.refused(.unusual([question])))
        let confirmed = try #require(Self.patient(script.type("y")))
        #expect(confirmed.asked == [question])
        #expect(confirmed.patient.weightGrams == 176_000)
    }

    @Test(arguments: [
        ("weight", "7.5k", "outside 20 to 350 kg"), ("weight", "heavy", "Weight is typed with its unit: 63.4k"),
        ("weight", "", "Weight today: an answer is needed"), ("name", "", "Name: an answer is needed"),
        ("mrn", "100234", "MRN 100234 is already open: 1 Sample, Ada *1984"),
    ])
    func `refuses what cannot be`(field: String, typed: String, words: String) throws {
        var script = FormScript(.checkIn, try SessionScript())
        let step = Self.typeAll(
            &script,
            name: field == "name" ? typed : "Doe, Max",
            mrn: field == "mrn" ? typed : "900900",
            weight: field == "weight" ? typed : "76.5k"
        )
        #expect(step == .stay)
        #expect(script.text().contains("! "))
        #expect(script.text().contains(words), "\(script.text())")
    }

    @Test func `takes no empty allergies`() throws {
        var script = FormScript(.checkIn)
        #expect(script.type("Doe, Max|1979-11-02|200100|m|76.5k||n|2||") == .stay)
        #expect(script.text().contains("! Allergies: an answer is needed"))
    }

    @Test func `offers a temporary number above all that are open`() throws {
        var script = FormScript(.checkIn)
        script.ward.closedToday = [KnownPatient(samplePatient(mrn: "TEMP-1"), session: "x")]
        #expect(script.text().contains("empty: TEMP-2"))
        _ = Self.typeAll(&script, mrn: "")
        script.type("y")
        #expect(script.form.hints(script.scene).isEmpty == false)
        var fresh = FormScript(.checkIn)
        let opening = try #require(Self.patient(Self.typeAll(&fresh, mrn: "")))
        #expect(opening.patient.mrn == "TEMP-1")
    }

    @Test(arguments: [
        ("Sample, Bo", "1979-11-02", "900900", "same surname"), ("Doe, Max", "1984-03-07", "900900", "same birth date"),
        ("Doe, Max", "1979-11-02", "100243", "MRN nearly the same"),
    ])
    func `says NAME ALERT and asks`(name: String, birth: String, mrn: String, words: String) throws {
        var script = FormScript(.checkIn, try SessionScript())
        #expect(Self.typeAll(&script, name: name, birth: birth, mrn: mrn) == .stay)
        #expect(script.text().contains("NAME ALERT 1 Sample, Ada *1984: \(words): is this another person?"))
        let opening = try #require(Self.patient(script.type("y")))
        #expect(opening.patient.name == name)
        #expect(opening.asked == ["NAME ALERT 1 Sample, Ada *1984: \(words): is this another person?"])
    }

    @Test func `names every likeness to every other patient`() throws {
        let ida = try SessionScript(patient: samplePatient(name: "Sample, Ida", mrn: "100236"), chair: "2")
        var script = FormScript(.checkIn, try SessionScript(), others: [Session(ida, id: "t")])
        _ = Self.typeAll(&script, name: "Sample, Bo", birth: "1984-03-07", mrn: "100235")
        for who in ["1 Sample, Ada *1984", "2 Sample, Ida *1984"] {
            let alert = "NAME ALERT \(who): same surname, same birth date, MRN nearly the same: is this another person?"
            #expect(script.text(100, 40).contains(alert), "\(script.text(100, 40))")
        }
        #expect(Self.patient(script.type("y"))?.asked.count == 2)
    }

    @Test func `asks about a number that was another person's today`() throws {
        var script = FormScript(.checkIn)
        script.ward.closedToday = [KnownPatient(samplePatient(), session: "x", closedAtUTCMicros: 0)]
        #expect(Self.typeAll(&script, mrn: "0100234") == .stay)
        let question = "MRN 0100234 belongs to Sample, Ada *1984, closed today: is the number right?"
        #expect(script.text().contains(question), "\(script.text())")
        #expect(Self.patient(script.type("y"))?.asked == [question])
    }

    @Test func `asks what only the station knew, and sends the answer with it`() throws {
        var script = FormScript(.checkIn)
        let opening = try #require(Self.patient(Self.typeAll(&script)))
        #expect(opening.asked.isEmpty)
        #expect(script.receive(.refused(.unusual(["NAME ALERT C3 Doe, Eva *1990: same surname"]))) == .stay)
        #expect(Self.patient(script.type("y"))?.asked == ["NAME ALERT C3 Doe, Eva *1990: same surname"])
    }

    @Test func `offers a temporary number above all that ever were`() {
        var script = FormScript(.checkIn)
        script.ward.sessionsEver = 41
        #expect(script.text().contains("empty: TEMP-42"))
    }

    @Test func `offers free chairs alone, and none`() throws {
        let script = FormScript(.checkIn, try SessionScript(chair: "C1"))
        let text = script.text()
        #expect(text.contains("2 C2") && text.contains("3 C3") && text.contains("0 none, WAITING"))
        #expect(!text.contains("1 C1"))
        var waiting = FormScript(.checkIn)
        let opening = try #require(Self.patient(Self.typeAll(&waiting, chair: "0")))
        #expect(opening.chair == nil)
    }

    @Test func `asks about a name without a comma`() throws {
        var script = FormScript(.checkIn)
        #expect(Self.typeAll(&script, name: "Madonna") == .stay)
        #expect(script.text().contains("Madonna has no comma"))
    }

    @Test func `keeps its text when the station refuses`() throws {
        var script = FormScript(.checkIn)
        _ = Self.typeAll(&script)
        script.receive(.refused(.notPossible("C2 was taken a moment ago", cure: "choose another chair")))
        #expect(script.text().contains("! C2 was taken a moment ago: choose another chair"))
        #expect(script.text().contains("Doe, Max"))
        #expect(script.form.isDraftWorthKeeping)
    }
}
