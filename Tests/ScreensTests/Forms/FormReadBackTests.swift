import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `What is read back` {
    private static let code = DrugContainer.code(of: "A", in: "s")

    @Test func `The order's figures never stand under a pump that was not read yet`() throws {
        var script = FormScript(.start, try Standing.ready.script())
        for keys in ["", "60|", "40|"] {
            script.type(keys)
            let text = script.text()
            #expect(!text.contains("The order") && !text.contains("60 mL/h, 40 mL"), "\(text)")
        }
        script.type("1|")
        #expect(script.text().contains("The order 60 mL/h, 40 mL at 1 mg/mL"), "\(script.text())")
    }

    @Test func `The time-out never shows what is to be read from the syringe`() throws {
        var script = FormScript(.timeout, try Standing.ready.script())
        let text = script.text(120, 36)
        #expect(text.contains("ketamine 0.5 mg/kg x 80 kg = 40 mg over 40 min"), "\(text)")
        #expect(!text.contains(Self.code) && !text.contains("1 mg/mL") && !text.contains("mL/h"), "\(text)")

        script.decide(script.type("K7|10|Okafor|"))
        #expect(script.text().contains("! this is no code of a container drawn for this patient"), "\(script.text())")
        #expect(!script.text(120, 36).contains(Self.code))
    }

    @Test func `shows the code of a syringe while it is drawn, and again in the drug form`() throws {
        var drawing = FormScript(.drug, try Standing.screening.script())
        drawing.type("d")
        #expect(drawing.text().contains("Write on it A: \(Self.code)"), "\(drawing.text())")
        let drawn = FormScript(.drug, try Standing.ready.script())
        #expect(drawn.text().contains("Write on it A: \(Self.code)"), "\(drawn.text())")
    }

    @Test func `A pump a little off the order is asked about and taken with one key`() throws {
        var script = FormScript(.start, try Standing.ready.script())
        script.decide(script.type("62|40|1|||"))
        #expect(script.text().contains("? The pump's rate gives 41.333 mg, ordered are 40 mg"), "\(script.text())")
        #expect(script.decide(script.type("y")) == .putAside)
        #expect(script.ward.stays[0].decided.phase == .dosing)
    }

    @Test func `A pump far off the order waits for the prescriber`() throws {
        var script = FormScript(.start, try Standing.ready.script())
        script.decide(script.type("75|40|1|||"))
        #expect(script.text().contains("the pump set to the ordered rate, 60 mL/h: it is at 75 mL/h"))
        #expect(script.text().contains("P the prescriber decides to go on"), "\(script.text())")
        script.type("P")
        script.decide(script.type("Dr Lind|tfaster as last time|"))
        #expect(script.form.kind == .start, "\(script.text())")
        #expect(script.decide(script.press(.control("s"))) == .putAside)
    }

    /// The drug, vial, taken, filled up to and label, and what is asked about them.
    @Test(arguments: [
        ("esketamine", "10|5|50|", "Ordered is ketamine, not esketamine"),
        ("ketamine", "100|10|50|20", "20 mg/mL is over 10 mg/mL: is it diluted?"),
    ])
    func `A syringe that is out of the ordinary is asked about when it is drawn`(
        drug: String,
        keys: String,
        question: String
    ) throws {
        var session = try SessionScript()
        try session.give(.placeOrder(sampleOrder(), confirmedUnusual: false))
        var script = FormScript(.drug, session)
        script.type("d||")
        script.press(.control("u"))
        script.type("\(drug)|" + keys.dropLast(keys.hasSuffix("|") ? 0 : 2))
        if !keys.hasSuffix("|") {
            script.press(.control("u"))
            script.type(String(keys.suffix(2)))
        }
        #expect(script.type("|") == .stay)
        #expect(script.text().contains(question), "\(script.text())")
        #expect(command(script.type("y")) != nil)
    }
}
