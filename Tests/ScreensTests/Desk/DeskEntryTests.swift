import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `The entries at a desk` {
    private func open(_ chair: Character) throws -> PretendStation {
        var station = PretendStation(try SampleWard.full())
        station.press(.character(chair))
        station.wait(millis: 2000)
        station.press(.enter)
        return station
    }

    @Test func `are corrected as the echo promises, whatever is chosen in the list`() throws {
        var station = try open("2")
        station.press(.character("p"))
        station.press(.down)
        for _ in 0..<2 { station.press(.down) }
        #expect(station.screen().contains("▸14:00 Comfortable"))
        station.press(.character("x"))
        let screen = station.screen()
        // The list of entries stays in sight over the form.
        let form = screen.split(separator: "\n").drop { !$0.contains("orrect") }.joined(separator: "\n")
        #expect(form.contains("PAUSED"))
        #expect(!form.contains("Comfortable"), "\(screen)")
    }

    @Test func `are chosen anew after something was recorded`() throws {
        var station = try open("2")
        for _ in 0..<4 { station.press(.down) }
        #expect(station.screen().contains("▸"))
        station.press(.character("p"))
        #expect(!station.screen().contains("▸"))
    }

    @Test func `return to the newest ten seconds after the last key`() throws {
        var station = try open("2")
        for _ in 0..<9 { station.press(.down) }
        #expect(station.screen(80, 24).contains("newer above"))
        station.wait(millis: 9_999)
        #expect(station.screen(80, 24).contains("newer above"))
        station.wait(millis: 1)
        #expect(!station.screen(80, 24).contains("newer above"))
        #expect(station.screen(80, 24).contains("BP 138/82  HR 88"))
    }

    @Test func `that are void say that nothing is corrected`() throws {
        var station = try open("2")
        let number = station.ward.stays[1].decided.nextNumber - 1
        let void = Event(
            number: number + 1,
            at: station.ward.stays[1].now,
            author: .staff(id: "n001", role: .nurse),
            body: .entryVoided(target: number, reason: Reason(code: "wrongPatient", text: "Wrong patient"))
        )
        station.ward.stays[1].decided.apply(void)
        station.press(.down)
        station.press(.down)
        station.press(.character("x"))
        #expect(station.screen().contains("This entry is void"))
    }
}
