import Screens
import Session
import TestSupport
import Testing

@Suite struct `A draft that is opened again` {
    private static func draft() -> FormScript {
        var script = FormScript(.checkIn)
        script.type("Doe, Max|1979")
        script.form.reopen(script.scene)
        return script
    }

    @Test func `says whose it is, and goes on with g`() {
        var script = Self.draft()
        #expect(script.text().contains("? Check in of Doe, Max, begun 08:00, was put aside unfinished"))
        #expect(script.type("g") == .stay)
        #expect(script.form.isDraftWorthKeeping)
        #expect(script.text().contains("1979"))
    }

    @Test func `is dropped with d`() {
        var script = Self.draft()
        #expect(script.type("d") == .putAside)
        #expect(!script.form.isDraftWorthKeeping)
    }
}

@Suite struct `A date of birth` {
    @Test(arguments: [
        ("31.02.1984", "! February 1984 has no 31st"), ("1984-06-31", "! June 1984 has no 31st"),
        ("19830229", "! February 1983 has no 29th"), ("2031-01-01", "! 2031-01-01 cannot be a patient's date of birth"),
        ("1871-01-01", "! 1871-01-01 cannot be a patient's date of birth"),
        ("1984-02-30", "! February 1984 has no 30th"),
        ("03/07/1984", "! Date of birth is typed 1984-03-07 or 07.03.1984"),
    ])
    func `is complained of when its field is left`(typed: String, words: String) {
        var entered = FormScript(.checkIn)
        entered.type("Doe, Max|\(typed)|")
        #expect(entered.text().contains(words), "\(entered.text())")
        #expect(entered.text().contains("> Date of birth"))
        var tabbed = FormScript(.checkIn)
        tabbed.type("Doe, Max|\(typed)>")
        #expect(tabbed.text().contains(words))
    }
}
