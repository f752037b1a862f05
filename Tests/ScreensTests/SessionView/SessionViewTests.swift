import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `The Session view` {
    private func open(_ chair: Character) throws -> PretendStation {
        var station = PretendStation(try SampleWard.full())
        station.press(.character(chair))
        station.wait(millis: 2000)
        station.press(.enter)
        return station
    }

    @Test func `draws every phase at any size without a crash`() throws {
        var generator = SeededRandom(seed: SeededRandom.runSeed)
        for chair in "134567" {
            let station = try open(chair)
            for _ in 0..<25 {
                let columns = Int.random(in: 1...250, using: &generator)
                let rows = Int.random(in: 1...80, using: &generator)
                let screen = station.screen(columns, rows)
                #expect(screen.contains { $0 != "\n" }, "\(columns)x\(rows), seed \(SeededRandom.runSeed)")
            }
        }
    }

    @Test(arguments: [(60, 16), (80, 24), (120, 36), (200, 60)])
    func `keeps chair, name and MRN where the Board and the forms have them`(columns: Int, rows: Int) throws {
        var station = PretendStation(try SampleWard.full())
        station.press(.character("2"))
        station.wait(millis: 2000)
        func identity() -> String {
            let lines = station.screen(columns, rows).split(separator: "\n", omittingEmptySubsequences: false)
            return String(lines[1].prefix(columns >= 110 ? 60 : 45))
        }
        let onBoard = identity()
        #expect(onBoard.contains("Brook, Emil"))
        #expect(onBoard.contains("MRN 102234"))
        station.press(.enter)
        #expect(identity() == onBoard)
        for key in "vno" {
            station.press(.character(key))
            #expect(identity() == onBoard, "\(key)")
            station.press(.escape)
        }
        station.press(.character("?"))
        #expect(identity() == onBoard)
    }

    @Test func `says with keys what is needed next before the infusion`() throws {
        let screen = try open("6").screen()
        #expect(screen.contains("k screening: 8 of 8 open"))
        #expect(screen.contains("o the prescriber's order"))
        #expect(screen.contains("v baseline vitals"))
        #expect(try open("5").screen().contains("s START the infusion"))
    }

    @Test func `says as long as it runs what is not as ordered`() throws {
        var script = try SampleWard.ready(SampleWard.patient("Sample, Ada", 1), "C1")
        let pump = samplePump(rateMicrolitersPerHour: 90_000)
        let reason = Reason(code: "emergency", text: "started before the order was changed")
        try script.give(
            .alreadyHappened(
                .start(pump, observedAtMicros: nil),
                reason: reason,
                observedAtMicros: nil
            )
        )
        var station = PretendStation(SampleWard.ward([SampleWard.stay(script, "s")]))
        station.press(.enter)

        #expect(station.screen().contains("NOT AS ORDERED: rate"))
    }

    @Test func `says what is due and how to stop while it infuses`() throws {
        let screen = try open("2").screen()
        #expect(screen.contains("v vitals due in 13 min"))
        #expect(screen.contains("p pause"))
        #expect(screen.contains("s rate, stop"))
        #expect(screen.contains("27.3 of 40.0 mg calc"))
    }

    @Test func `shows the pump's figure beside the calculated one`() throws {
        let screen = try open("4").screen()
        #expect(screen.contains("pump 39.4 mL 22 min ago, calc 39.3 mL now"))
    }

    @Test func `lists the criteria with those that are missing first`() throws {
        let screen = try open("4").screen(120, 50)
        let missing = try #require(screen.firstRange(of: "✗ minimum stay over"))
        let met = try #require(screen.firstRange(of: "✓ BP back"))
        #expect(missing.lowerBound < met.lowerBound)
    }

    @Test func `keeps a corrected entry in sight, struck, with what replaced it`() throws {
        let station = try open("4")
        let size = Size(columns: 200, rows: 60)
        let frame = station.desk.draw(size: size, in: Scene(ward: station.ward, surroundings: station.surroundings))
        let struck = (0..<size.rows).flatMap { y in
            (0..<size.columns).filter { frame[$0, y].style.emphasis.contains(.struck) }.map { frame[$0, y].text }
        }
        #expect(struck.joined().contains("BP 133/84"))
        let screen = station.screen(200, 60)
        #expect(screen.contains("BP 133/80"))
        #expect(screen.contains("BP 133/84 now BP 133/80"))
        #expect(screen.contains("13:57c"))
    }

    @Test(arguments: [(60, 16), (80, 24), (120, 36), (200, 60)])
    func `without a protocol shows the values and says that nothing is judged`(columns: Int, rows: Int) throws {
        for script in [
            try SampleWard.infusing(SampleWard.patient("Brook, Emil", 2), "C1", systolic: 190),
            try SampleWard.observing(SampleWard.patient("Dietrich, Jonas", 4), "C1"),
        ] {
            var stay = SampleWard.stay(script, "a")
            stay.decided = Session(id: "a", rules: nil, events: stay.decided.entries)
            var station = PretendStation(SampleWard.ward([stay]))
            #expect(station.screen(columns, rows).contains("NO PROTOCOL: no alarms"))
            station.press(.enter)
            let text = station.screen(columns, rows)
            #expect(text.contains("NO PROTOCOL"), "\(text)")
            #expect(
                !text.contains("criteria ") && !text.contains("s READY TO LEAVE") && !text.contains("**"),
                "\(text)"
            )
            #expect(text.contains("Trends") || text.contains("BP"))
        }
    }

    @Test func `says on a voided entry that it is void, and why`() throws {
        var station = try open("2")
        let number = station.ward.stays[1].decided.nextNumber - 1
        let void = Event(
            number: number + 1,
            at: station.ward.stays[1].now,
            author: .staff(id: "n001", role: .nurse),
            body: .entryVoided(target: number, reason: Reason(code: "wrongPatient", text: "Wrong patient"))
        )
        station.ward.stays[1].decided.apply(void)
        station.ward.stays[1].durableCount += 1
        #expect(station.screen(200, 60).contains("VOIDED Wrong patient  BP 138/82"))
    }

    @Test func `marks readings beyond the limits with asterisks, not with colour alone`() throws {
        var station = PretendStation(try SampleWard.full())
        station.press(.enter)
        #expect(station.screen().contains("**162/97"))
        #expect(station.screen().contains(" ** SBP 162 > 160 "))
    }

    @Test func `chooses entries with the arrows, and Esc lets go before it leaves`() throws {
        var station = try open("2")
        station.press(.up)
        station.press(.down)
        #expect(station.screen().contains("▸14:00 Comfortable"))
        station.press(.escape)
        #expect(!station.screen().contains("▸14:00"))
        #expect(station.screen().contains("Entries"))
        station.press(.escape)
        #expect(!station.screen().contains("Entries"))
    }
}
