import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `A choice in a form` {
    @Test(arguments: ["m", "M", "m|"]) func `is one letter that goes on, with the Enter of habit or without`(
        typed: String
    ) {
        var script = FormScript(.checkIn)
        script.type("Doe, Max|1979-11-02|200100|" + typed)
        #expect(script.text().contains("> Weight today"))
        script.type("76.5k|")
        #expect(script.text().contains("> Allergies"))
    }

    @Test func `says so where a letter chooses nothing, and stays`() {
        var script = FormScript(.checkIn)
        script.type("Doe, Max|1979-11-02|200100|x")
        #expect(script.text().contains("! x chooses nothing here: f m o u"))
        #expect(script.text().contains("> Sex"))
    }

    @Test func `is not turned by Space, nor made by a paste`() throws {
        var script = FormScript(.stop, try Standing.dosing.script())
        let before = script.form
        script.type(" ")
        script.press(.paste("ce"))
        #expect(script.form == before)
    }

    @Test func `waits for its Enter on the last field`() throws {
        var script = FormScript(.cancel, try SessionScript())
        #expect(script.type("2") == .stay)
        #expect(command(script.press(.enter)) == .cancel(Reason(code: "screening", text: "Screening")))
    }
}

@Suite struct `A reason that says nothing` {
    @Test(arguments: [
        (FormKind.cancel, Standing.screening, "3|"), (.vitalsNotDone, .dosing, "4|"), (.pauseReason, .paused, "4|"),
        (.stop, .dosing, "e|4|||"),
    ])
    func `asks for words`(kind: FormKind, standing: Standing, keys: String) throws {
        var script = FormScript(kind, try standing.script())
        script.type(keys)
        #expect(command(script.press(.control("s"))) == nil)
        #expect(script.text().contains("! In words: an answer is needed"))
    }

    @Test func `is recorded with them`() throws {
        var script = FormScript(.cancel, try SessionScript())
        let reason = Reason(code: "other", text: "Other: bus strike")
        #expect(command(script.type("3|bus strike|")) == .cancel(reason))
    }

    @Test func `is never all there is to a value that was not taken`() throws {
        var script = FormScript(.vitals, try Standing.dosing.script())
        script.type("142/88 s-|")
        #expect(script.text().contains("Patient refused"))
        #expect(!script.text().contains("Other"))
    }
}

@Suite struct `An emptied line` {
    @Test(arguments: [FormKind.vitals, .dissociation, .note]) func `is no draft, and begins anew`(
        kind: FormKind
    ) throws {
        var script = FormScript(kind, try Standing.dosing.script())
        script.type("142")
        #expect(script.form.isDraftWorthKeeping)
        for _ in 0..<3 { script.press(.backspace) }
        #expect(!script.form.isDraftWorthKeeping)
        #expect(script.form.beganUTCMicros == nil)
        script.wait(seconds: 240)
        script.type("2")
        #expect(script.form.beganUTCMicros == script.ward.nowUTCMicros)
    }
}

@Suite struct `A note on dissociation` {
    @Test(arguments: [
        ("0n|", 0, false), ("0|", 0, false), ("2y|", 2, true), ("d3n|", 3, false), ("0y crying|", 0, true),
    ])
    func `is typed as short as its hint says`(typed: String, score: Int, isDistressed: Bool) throws {
        var script = FormScript(.dissociation, try Standing.dosing.script())
        guard case .recordDissociation(let value, _)? = command(script.type(typed)) else {
            Issue.record("\(typed) was not taken: \(script.text())")
            return
        }
        #expect(value.score == score)
        #expect(value.isDistressed == isDistressed)
    }
}
