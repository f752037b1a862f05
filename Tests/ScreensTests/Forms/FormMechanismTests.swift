import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `A form` {
    @Test func `walks its fields with Tab, BackTab and arrows, and round the ends`() throws {
        var script = FormScript(.order, try SessionScript())
        #expect(script.text().contains("> Drug"))
        script.press(.tab)
        #expect(script.text().contains("> Dose"))
        script.press(.down)
        #expect(script.text().contains("> Weight"))
        script.press(.up)
        script.press(.backTab)
        #expect(script.text().contains("> Drug"))
        script.press(.backTab)
        #expect(script.text().contains("> Way"))
        script.press(.tab)
        #expect(script.text().contains("> Drug"))
    }

    @Test func `goes on with Enter and records with Enter on its last field`() throws {
        var script = FormScript(.order, try SessionScript())
        #expect(script.type("|||||Dr Lind|") == .stay)
        let order = sampleOrder()
        #expect(command(script.type("w|")) == .placeOrder(order, confirmedUnusual: false))
    }

    @Test(arguments: [Key.control("s"), .function(10)])
    func `records from any field`(key: Key) throws {
        var script = FormScript(.note, try SessionScript())
        script.type("eyes closed")
        #expect(command(script.press(key)) == .recordNote("eyes closed", observedAtMicros: nil))
    }

    @Test func `names what is missing under the field and takes the focus there`() throws {
        var script = FormScript(.order, try SessionScript())
        script.press(.control("s"))
        #expect(script.text().contains("! Prescriber: an answer is needed"))
        #expect(script.text().contains("> Prescriber"))
    }

    @Test(arguments: [
        ("60..", "Rate is a number with at most 3 decimals of mL/h"), ("sixty", "Rate is a number"),
        ("1,000", "Rate is a number"), ("-4", "Rate is a number"), ("60.1234", "Rate is a number"),
    ])
    func `keeps a number it cannot read, and says so`(typed: String, words: String) throws {
        var script = FormScript(.start, try SessionScript())
        script.type(typed + "|")
        #expect(script.text().contains("! " + words))
        #expect(script.text().contains(typed))
        #expect(script.text().contains("> Rate"))
    }

    @Test func `edits in the middle of a text`() throws {
        var script = FormScript(.note, try SessionScript())
        script.type("eyes closd")
        script.press(.left)
        script.type("e")
        script.press(.home)
        script.press(.delete)
        script.type("E")
        script.press(.end)
        script.type("!")
        script.press(.backspace)
        #expect(command(script.press(.enter)) == .recordNote("Eyes closed", observedAtMicros: nil))
    }

    @Test func `takes a paste as text alone`() throws {
        var script = FormScript(.note, try SessionScript())
        #expect(script.press(.paste("slept\nthen woke\r\nat\tease")) == .stay)
        #expect(command(script.press(.enter)) == .recordNote("slept then woke at ease", observedAtMicros: nil))
    }

    @Test func `lets a paste choose nothing and answer nothing`() throws {
        var menu = FormScript(.close, try SessionScript())
        let before = menu.form
        #expect(menu.press(.paste("y\n")) == .stay)
        #expect(menu.form == before)
        var question = FormScript(.dissociation, try SessionScript())
        question.type("2|")
        #expect(question.text().contains("Is the patient distressed?"))
        #expect(question.press(.paste("y\n")) == .stay)
        #expect(question.press(.enter) == .stay)
        #expect(question.text().contains("Is the patient distressed?"))
    }

    @Test func `records once however long Enter is held`() throws {
        var script = FormScript(.note, try SessionScript())
        script.type("eyes closed")
        #expect(command(script.press(.enter)) != nil)
        for _ in 0..<5 { #expect(script.press(.enter) == .stay) }
        #expect(script.type("more|") == .stay)
        #expect(script.receive(.accepted(session: "s", events: [])) == .putAside)
    }

    @Test func `keeps every character until it is recorded`() throws {
        var script = FormScript(.note, try SessionScript())
        script.type("eyes closed|")
        #expect(script.receive(.failed("The disk is full: free some space")) == .stay)
        #expect(script.text().contains("! The disk is full: free some space"))
        #expect(script.press(.escape) == .putAside)
        #expect(script.form.isDraftWorthKeeping)
        #expect(command(script.press(.enter)) == .recordNote("eyes closed", observedAtMicros: nil))
    }

    @Test func `is equal to another with the same keys`() throws {
        let session = try SessionScript()
        var one = FormScript(.order, session)
        var other = FormScript(.order, session)
        #expect(!one.form.isDraftWorthKeeping)
        one.type(">0.6")
        #expect(one.form != other.form)
        other.type(">0.6")
        #expect(one.form == other.form)
        #expect(one.form.isDraftWorthKeeping)
    }

    @Test func `records nothing while nobody is named`() throws {
        var script = FormScript(.note, try SessionScript())
        script.typing = nil
        #expect(script.type("eyes closed|") == .stay)
        #expect(script.text().contains("Nobody is named as typing"))
        #expect(script.text().contains("eyes closed"))
    }

    @Test func `draws no control and bidi characters, and records them as typed`() throws {
        var script = FormScript(.note, try SessionScript())
        script.press(.paste("a\u{202E}b\u{7}c"))
        #expect(script.text().contains("abc"))
        #expect(!script.text().unicodeScalars.contains("\u{202E}"))
        #expect(command(script.press(.enter)) == .recordNote("a\u{202E}b\u{7}c", observedAtMicros: nil))
    }

    @Test func `chooses by letter and by arrow`() throws {
        var script = FormScript(.stop, try SessionScript())
        script.press(.right)
        #expect(script.text().contains("[c completed]"))
        script.press(.right)
        #expect(script.text().contains("[e early]"))
        script.press(.character("C"))
        script.press(.backTab)
        #expect(script.text().contains("[c completed]"))
        script.press(.backspace)
        #expect(!script.text().contains("["))
    }
}
