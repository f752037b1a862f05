import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `A desk` {
    private func open(_ chair: Character, typing: Bool = true) throws -> PretendStation {
        var station = PretendStation(try SampleWard.full(), typing: typing)
        station.press(.character(chair))
        station.wait(millis: 2000)
        station.press(.enter)
        return station
    }

    private let nurse = Author.staff(id: "n001", role: .nurse)

    @Test func `records a pause at once`() throws {
        var station = try open("2")
        station.press(.character("p"))
        #expect(station.intents == [.record(session: "b", .pause(nil), by: nurse)])
        #expect(station.screen().contains("PAUSED"))
    }

    @Test func `asks for the reason before a resume`() throws {
        var station = try open("3")
        station.press(.character("p"))
        #expect(station.intents.isEmpty)
        #expect(station.ward.stay("c")?.decided.phase == .paused)
    }

    @Test func `names who is typing first, then goes on with what was asked`() throws {
        var station = try open("2", typing: false)
        station.press(.character("p"))
        #expect(station.intents.isEmpty)
        #expect(station.screen().contains("Who is typing?"))
        station.press(.character("1"))
        #expect(station.desk.typing == SampleWard.nurse)
        #expect(station.intents == [.record(session: "b", .pause(nil), by: nurse)])
    }

    @Test func `forgets what was asked when nobody is named after all`() throws {
        var station = try open("2", typing: false)
        station.press(.character("p"))
        station.press(.escape)
        station.press(.character("u"))
        station.press(.character("1"))
        #expect(station.desk.typing == SampleWard.nurse)
        #expect(station.intents.isEmpty)
    }

    @Test func `shows who is typing on every screen`() throws {
        var station = try open("2")
        #expect(station.screen().contains("typing: Mary Okafor NURSE"))
        station.press(.escape)
        #expect(station.screen().contains("typing: Mary Okafor NURSE"))
        station.press(.character("n"))
        #expect(station.screen().contains("typing: Mary Okafor NURSE"))
    }

    @Test func `has room for SIMULATED and a long name on the smallest screen`() throws {
        var station = try open("2")
        station.surroundings.isSimulated = true
        station.surroundings.staff[0].name = "Maria-Magdalena Okafor-Winterbottom"
        station.surroundings.staff[0].role = .prescriber
        let first = station.screen(60, 16).prefix(60)
        #expect(first.contains(" SIMULATED "))
        #expect(first.contains("PRESCRIBER"))
        #expect(first.contains("14:05:11"))
    }

    @Test func `checks in at the chosen empty chair under nobody else's name`() throws {
        var station = PretendStation(try SampleWard.full())
        station.press(.character("8"))
        station.wait(millis: 2000)
        station.press(.enter)
        let lines = station.screen().split(separator: "\n")
        #expect(lines[1].contains("NEW     patient being checked in"))
        #expect(lines.contains { $0.contains("Chair") && $0.contains("C8") })
        station.press(.escape)
        station.press(.character("1"))
        station.wait(millis: 2000)
        station.press(.character("c"))
        let identity = station.screen().split(separator: "\n")[1]
        #expect(identity.contains("NEW     patient being checked in"))
        #expect(!identity.contains("Sample, Ada"))
    }

    @Test func `lets pasted text press no keys`() throws {
        var station = try open("2")
        station.press(.paste("p\n142/88\n"))
        #expect(station.intents.isEmpty)
        #expect(station.ward.stay("b")?.decided.phase == .dosing)
    }

    @Test func `echoes a saved entry for ten seconds with the patient's name`() throws {
        var station = try open("2")
        station.press(.character("p"))
        #expect(station.screen().contains("saved  C2 Brook, Emil *1960  PAUSED"))
        station.wait(millis: 9_999)
        #expect(station.screen().contains("saved  C2 Brook, Emil"))
        station.wait(millis: 1)
        #expect(!station.screen().contains("saved  C2 Brook, Emil"))
    }

    @Test func `opens the correction of the echoed entry with x, from the Board too`() throws {
        var station = try open("2")
        station.press(.character("p"))
        station.press(.escape)
        station.press(.character("x"))
        let screen = station.screen()
        #expect(screen.contains("PAUSED"))
        #expect(screen.contains("orrect"))
        #expect(screen.contains("C2      Brook, Emil"))
    }

    @Test func `draws what is not on disk yet as saving, and as NOT SAVED while writing fails`() throws {
        var station = try open("2")
        station.isDurable = false
        station.press(.character("p"))
        #expect(station.screen().contains("saving"))
        #expect(!station.screen().contains(" saved "))
        station.ward.stays[1].isFailing = true
        #expect(station.screen().contains("NOT SAVED"))
    }

    @Test func `goes back to the Board when another console closes its session`() throws {
        var station = try open("2")
        station.ward.stays.removeAll { $0.id == "b" }
        #expect(station.screen().contains("C1 Sample, Ada"))
        station.press(.down)
        #expect(station.screen().contains("▸"))
    }

    @Test func `says why a valid key does nothing now`() throws {
        var station = try open("6")
        station.press(.character("p"))
        #expect(station.intents.isEmpty)
        #expect(station.screen().contains("p does nothing here now"))
    }

    @Test func `leaves on q from the Board, and nowhere else`() throws {
        var station = try open("2")
        station.press(.character("q"))
        #expect(station.intents.isEmpty)
        station.press(.escape)
        station.press(.character("q"))
        #expect(station.intents == [.leave])
    }

    @Test func `shows the first run before anything else`() {
        var ward = SampleWard.ward([], chairs: 1)
        ward.chairs = []
        ward.isConfigured = false
        var station = PretendStation(ward, typing: false)
        let first = station.screen()
        station.press(.escape)
        #expect(station.screen() == first)
        #expect(!first.contains("No patient is checked in"))
    }

    @Test func `shows a grave fault over all screens`() throws {
        var station = try open("2")
        station.ward.faults = [
            Fault(headline: "NOT RECORDING DURABLY", detail: "the disk is full: free some space", isGrave: true)
        ]
        #expect(station.screen().contains("NOT RECORDING DURABLY: the disk is full"))
        station.press(.escape)
        #expect(station.screen().contains("NOT RECORDING DURABLY: the disk is full"))
        #expect(station.screen(50, 10).contains("NOT RECORDING DURABLY"))
    }
}
