import Canvas
import Screens
import Session
import Testing

@Suite struct `A digit` {
    private func board() throws -> PretendStation { PretendStation(try SampleWard.full()) }

    @Test func `chooses a chair on the Board`() throws {
        var station = try board()
        station.press(.character("3"))
        #expect(station.screen().contains("▸ C3 Castellanos"))
    }

    @Test(arguments: ["4", "/", "1"])
    func `is taken back by a second digit or a slash soon after`(second: Character) throws {
        var station = try board()
        station.press(.character("2"))
        station.wait(millis: 2000)
        station.press(.character("3"))
        station.wait(millis: 499)
        station.press(.character(second))
        #expect(station.screen().contains("▸ C2 Brook"))
    }

    @Test func `does not wander however long a vitals line is`() throws {
        var station = try board()
        station.press(.character("5"))
        station.wait(millis: 2000)
        for character in "142/88 84 97" {
            station.press(.character(character))
            station.wait(millis: 80)
        }
        #expect(station.screen().contains("▸ C5 Sample, Ingrid"))
        #expect(station.intents.isEmpty)
    }

    @Test func `counts again after half a second`() throws {
        var station = try board()
        station.press(.character("2"))
        station.wait(millis: 500)
        station.press(.character("3"))
        #expect(station.screen().contains("▸ C3 Castellanos"))
    }

    @Test func `begins a vitals line in the Session view and never changes the chair`() throws {
        var station = try board()
        station.press(.character("2"))
        station.wait(millis: 2000)
        station.press(.enter)
        station.type("128/76")
        let screen = station.screen()
        #expect(screen.contains("128/76"))
        #expect(screen.contains("C2      Brook, Emil"))
    }

    @Test func `begins a line that is kept while nobody is named, and chooses no name`() throws {
        var station = PretendStation(try SampleWard.full(), typing: false)
        station.press(.enter)
        station.type("142/88 7")
        #expect(station.desk.typing == nil)
        #expect(station.screen().contains("Kept: 142/88 7"))
        station.wait(millis: 1000)
        station.press(.character("1"))
        #expect(station.desk.typing == SampleWard.nurse)
        #expect(station.screen().contains("142/88 7"))
    }

    @Test func `beyond the last chair says how many there are`() throws {
        var station = try board()
        station.press(.character("9"))
        #expect(station.screen().contains("There is no chair 9; this station has 8."))
    }
}
