import Canvas
import Screens
import Session
import Testing

@Suite struct `A draft` {
    private func open(_ chair: Character) throws -> PretendStation {
        var station = PretendStation(try SampleWard.full())
        station.press(.character(chair))
        station.wait(millis: 2000)
        station.press(.enter)
        return station
    }

    @Test func `is kept on Esc and comes back with its key`() throws {
        var station = try open("2")
        station.press(.character("n"))
        station.type("Humming along to the song")
        station.press(.escape)
        #expect(!station.screen().contains("Humming"))
        station.press(.character("n"))
        #expect(station.screen().contains("Humming along to the song"))
    }

    @Test func `is named with its patient while it waits`() throws {
        var station = try open("2")
        station.press(.character("n"))
        station.type("Humming along to the song")
        station.press(.escape)
        #expect(station.screen().contains("unfinished: C2 Brook, Emil *1960 note"))
        station.press(.escape)
        #expect(station.screen().contains("unfinished: C2 Brook, Emil *1960 note"))
    }

    @Test func `belongs to one patient`() throws {
        var station = try open("2")
        station.press(.character("n"))
        station.type("Humming along to the song")
        station.press(.escape)
        station.press(.escape)
        station.press(.right)
        station.press(.enter)
        station.press(.character("n"))
        #expect(!station.screen().contains("Humming"))
        station.press(.escape)
        station.press(.escape)
        station.press(.left)
        station.press(.enter)
        station.press(.character("n"))
        #expect(station.screen().contains("Humming along to the song"))
    }

    @Test func `is not mixed into a line that a digit begins`() throws {
        var station = try open("2")
        station.type("118/7")
        station.press(.escape)
        station.type("14")
        #expect(!station.screen().contains("118/7"))
        station.press(.escape)
        station.press(.character("v"))
        #expect(station.screen().contains("14"))
        station.press(.escape)
    }

    @Test func `is gone once it is recorded`() throws {
        var station = try open("2")
        station.press(.character("n"))
        station.type("Humming along to the song")
        station.press(.escape)
        station.press(.character("n"))
        station.press(.enter)
        #expect(station.intents.count == 1)
        station.press(.character("n"))
        let line = station.screen().split(separator: "\n").filter { $0.contains("Humming") }
        // Only the list of entries and the echo hold it now.
        #expect(station.ward.stay("b")?.decided.entries.last?.body == .noteRecorded("Humming along to the song"))
        #expect(line.count <= 2)
    }
}
