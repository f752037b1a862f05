import Canvas
import Screens
import Session
import Testing

@Suite struct `The help` {
    private func open(_ chair: Character) throws -> PretendStation {
        var station = PretendStation(try SampleWard.full())
        station.press(.character(chair))
        station.wait(millis: 2000)
        station.press(.enter)
        return station
    }

    @Test func `lists only the keys that are valid now`() throws {
        var station = try open("2")
        station.press(.character("?"))
        #expect(station.screen().contains("record NOW that the infusion is paused"))
        #expect(!station.screen().contains("resume the paused infusion"))
        station = try open("3")
        station.press(.character("?"))
        #expect(!station.screen().contains("record NOW that the infusion is paused"))
        #expect(station.screen().contains("resume the paused infusion"))
    }

    @Test func `filters by typing and runs with Enter`() throws {
        var station = try open("2")
        station.press(.character("?"))
        station.type("NOW pau")
        station.press(.enter)
        #expect(station.intents.count == 1)
        #expect(station.ward.stay("b")?.decided.phase == .paused)
    }

    @Test func `goes back with Esc and does nothing`() throws {
        var station = try open("2")
        let before = station.screen()
        station.press(.character("?"))
        station.type("pause")
        station.press(.escape)
        #expect(station.screen() == before)
        #expect(station.intents.isEmpty)
    }

    @Test func `finds what lies behind the session menu in the palette`() throws {
        var station = try open("2")
        station.press(.character(":"))
        station.type("change the rate")
        station.press(.enter)
        #expect(station.screen().lowercased().contains("rate"))
        #expect(!station.screen().contains("Commands"))
    }
}
