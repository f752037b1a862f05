import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `Leaving a desk` {
    @Test(arguments: ["", "n", "?", "v"])
    func `goes with Ctrl-C from everywhere, and what is half typed stays`(keys: String) throws {
        var station = PretendStation(try SampleWard.full())
        station.press(.enter)
        station.type(keys)
        station.type("9")
        station.press(.control("c"))
        #expect(station.intents == [.leave])
    }

    @Test func `goes with Ctrl-C from the first run, and the hints say so`() {
        var ward = SampleWard.ward([], chairs: 1)
        ward.isConfigured = false
        var station = PretendStation(ward, typing: false)
        #expect(station.screen(80, 24).contains("Ctrl-C leave"))
        #expect(!station.screen(80, 24).contains("put aside"))
        station.press(.control("c"))
        #expect(station.intents == [.leave])
    }

    @Test func `patients are named for ten seconds once they are signed and gone`() throws {
        var station = PretendStation(try SampleWard.full())
        let events = [
            Event(
                number: station.ward.stays[8].decided.nextNumber,
                at: station.ward.stays[8].now,
                author: .staff(id: "n001", role: .nurse),
                body: .sessionClosed
            )
        ]
        let (ward, surroundings) = (station.ward, station.surroundings)
        _ = station.desk.receive(
            .accepted(session: "i", events: events),
            in: Scene(ward: ward, surroundings: surroundings)
        )
        station.ward.stays.remove(at: 8)
        let after = station.ward
        let saved = Outcome.durable(session: "i", numbers: events[0].number...events[0].number)
        _ = station.desk.receive(saved, in: Scene(ward: after, surroundings: surroundings))
        #expect(station.screen().contains("Ives, Rui: CLOSED and signed"))
        station.wait(millis: 10_000)
        #expect(!station.screen().contains("Ives, Rui"))
    }
}
