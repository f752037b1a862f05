import Canvas
import Screens
import Session
import TestSupport
import Testing

/// A weight in the forms that take one after check-in, and what says that the running order is for another.
@Suite struct `A weight in a form` {
    @Test func `An order names its weight with its unit, in both, and the patient's beside it`() throws {
        var script = FormScript(.order, try SessionScript())
        #expect(script.text(110, 30).contains("80 kg = 176.4 lb"))
        script.type("||")
        for _ in 0..<2 { script.press(.backspace) }
        script.press(.control("s"))
        #expect(script.text(110, 30).contains("! 80 of what? Type 80k for kilograms or 80l for pounds"))
        script.press(.control("u"))
        script.type("176l")
        #expect(script.text(110, 30).contains("176 lb = 79.8 kg"))
        #expect(script.text(110, 30).contains("weighed today: 80 kg (176.4 lb)"))
    }

    @Test func `An order asks about a weight that is not the patient's and a dose above the protocol's`() throws {
        var script = FormScript(.order, try SessionScript())
        script.type("||")
        script.press(.control("u"))
        script.type("176k|||Dr Lind|w")
        let remark = "The order is for 176 kg = 388 lb, weighed today: 80 kg = 176.4 lb"
        #expect(script.text(110, 30).contains(remark), "\(script.text(110, 30))")
        script.decide(script.press(.control("s")))
        #expect(script.text(110, 30).contains("? 88 mg in all is over 60 mg: is the weight right?"))
        #expect(script.text(110, 30).contains("? " + remark))
        script.decide(script.type("y"))
        #expect(script.ward.stays[0].decided.order?.weightGrams == 176_000)
    }

    /// A session whose patient was weighed again ten minutes into the infusion.
    private func corrected() throws -> SessionScript {
        var script = try SessionScript()
        try script.startInfusing()
        script.wait(minutes: 10)
        var opening = try #require(script.session.opening)
        opening.patient.weightGrams = 86_000
        let reason = Reason(code: "typo", text: "Typing error")
        try script.give(.amend(target: 0, replacement: .sessionOpened(opening), reason: reason))
        return script
    }

    @Test func `An order after a corrected weight is never filled in with the weight before`() throws {
        let script = FormScript(.order, try corrected())
        #expect(script.text(110, 30).contains("86 kg = 189.6 lb"))
        #expect(!script.text(110, 30).contains("80 kg"))
    }

    @Test func `A prescriber who lets the order stand is named from the menu, which offers it then alone`() throws {
        var usual = try SessionScript()
        try usual.startInfusing()
        #expect(!FormScript(.sessionMenu, usual).text().contains("prescriber's decision"))

        var script = FormScript(.sessionMenu, try corrected())
        #expect(script.text().contains("prescriber's decision"))
        script.type("d")
        #expect(script.text().contains("an order for today's weight, 86 kg: it is for 80 kg"), "\(script.text())")
        script.decide(script.type("Dr Lind|t|goes on as it runs|"))
        #expect(script.ward.stays[0].decided.weightDifference == nil)
    }

    @Test func `A details form keeps the unit that was typed, and asks nothing about a weight that stays`() throws {
        var patient = samplePatient(weightGrams: 181_000)
        patient.weightThousandthsOfPound = 399_000
        let question = "Weight 181 kg = 399 lb is unusual (40 to 130 kg): are number and unit right?"
        var script = FormScript(.details, try SessionScript(patient: patient, asked: [question]))
        #expect(script.text(110, 40).contains("399 lb = 181 kg"), "\(script.text(110, 40))")
        script.press(.control("u"))
        script.type("Sampel, Ada")
        for _ in 0..<9 { script.press(.tab) }
        script.type("1")
        let submitted = script.press(.control("s"))
        guard case .amend(_, .sessionOpened(let opening), _, _)? = command(submitted) else {
            Issue.record("\(script.text(110, 40))")
            return
        }
        #expect(opening.patient.weightThousandthsOfPound == 399_000)
        script.decide(submitted)
        #expect(script.ward.stays[0].decided.patient?.name == "Sampel, Ada")
    }
}
