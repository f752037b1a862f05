import Canvas
import Screens
import Session
import Testing

@Suite struct `A session that another console closes` {
    /// A nurse at the second chair, in the middle of a note; then the session goes.
    private func interrupted(_ key: Key, typed: String) throws -> PretendStation {
        var station = PretendStation(try SampleWard.full())
        station.press(.character("2"))
        station.wait(millis: 2000)
        station.press(key)
        station.type(typed)
        station.ward.stays.removeAll { $0.id == "b" }
        return station
    }

    @Test func `lets no further key act on another patient, and says what was not recorded`() throws {
        var station = try interrupted(.character("n"), typed: "did not arrive, pu")
        #expect(station.screen().contains("NOT RECORDED: did not arrive, pu"))
        station.type("mp")
        station.press(.enter)
        // Whole on the smallest screen too, in as many rows as it takes.
        let letters = station.screen(60, 16).filter { $0.isLetter || $0 == "," }
        #expect(letters.contains("didnotarrive,pu"), "\(station.screen(60, 16))")
        station.type("p")
        #expect(station.intents.isEmpty)
        #expect(station.screen().contains("NOT RECORDED: did not arrive, pu"))
        station.press(.escape)
        #expect(!station.screen().contains("NOT RECORDED"))
        station.type("p")
        #expect(station.intents.isEmpty, "a patient was chosen by itself")
    }

    @Test func `takes the Session view with it, and no other patient's place`() throws {
        var station = try interrupted(.enter, typed: "")
        #expect(station.screen().contains("Closed by another console"))
        station.press(.character("p"))
        #expect(station.intents.isEmpty)
        station.press(.escape)
        #expect(!station.screen().contains("Closed by another console"))
    }

    @Test func `leaves the Board alone, where no form is about it`() throws {
        var station = PretendStation(try SampleWard.full())
        station.ward.stays.removeAll { $0.id == "b" }
        #expect(!station.screen().contains("Closed by another console"))
        station.press(.right)
        #expect(station.screen().contains("▸"))
    }

    @Test func `is no surprise to a station that starts again: no patient is chosen`() throws {
        var station = PretendStation(try SampleWard.full())
        station.desk = Desk()
        station.desk.tellStartedAgain()
        #expect(!station.screen().contains("▸"))
        station.press(.tab)
        #expect(station.screen().contains("▸C1") || station.screen().contains("▸ C1"))
    }
}
