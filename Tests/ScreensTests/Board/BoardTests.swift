import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `The Board` {
    private func screen(_ ward: Ward, _ columns: Int, _ rows: Int) -> [String] {
        let size = Size(columns: columns, rows: rows)
        let frame = Desk().draw(size: size, in: Scene(ward: ward, surroundings: SampleWard.surroundings()))
        return (0..<rows).map { frame.row($0) }
    }

    /// So many infusing patients, each in a chair or waiting, with names short enough to stand whole in every tile.
    private func ward(seated: Int, waiting: Int, chairs: Int) throws -> Ward {
        let stays = try (0..<seated + waiting).map { index -> Stay in
            let name = "Name\(Character(Unicode.Scalar(UInt8(65 + index)))), Bo"
            let chair = index < seated ? "C\(index + 1)" : nil
            var patient = SampleWard.patient(name, 1)
            patient.mrn = "\(index * 1_111_111 + 1_000_000)"
            patient.birthDate = CivilDate(year: 1960 + index, month: 2, day: 2) ?? patient.birthDate
            let script =
                try index % 3 == 0 && chair != nil
                ? SampleWard.infusing(patient, chair ?? "", systolic: 140 + index * 5)
                : SampleWard.screening(patient, chair)
            return SampleWard.stay(script, "s\(index)")
        }
        return SampleWard.ward(stays, chairs: chairs)
    }

    @Test func `shows every live session by name at every size`() throws {
        var generator = SeededRandom(seed: SeededRandom.runSeed)
        for _ in 0..<60 {
            let seated = Int.random(in: 0...12, using: &generator)
            let waiting = Int.random(in: 0...(12 - seated), using: &generator)
            let ward = try ward(
                seated: seated,
                waiting: waiting,
                chairs: max(1, seated + Int.random(in: 0...3, using: &generator))
            )
            let columns = Int.random(in: 60...250, using: &generator)
            let rows = Int.random(in: 16...80, using: &generator)
            let text = screen(ward, columns, rows).joined(separator: "\n")
            for stay in ward.stays {
                let name = stay.decided.patient?.name ?? "?"
                #expect(
                    text.contains(name),
                    "\(name) is not on \(columns)x\(rows) with \(seated) seated, \(waiting) waiting, seed \(SeededRandom.runSeed)"
                )
            }
        }
    }

    @Test func `draws any size without a crash`() throws {
        var generator = SeededRandom(seed: SeededRandom.runSeed)
        let ward = try SampleWard.full()
        for _ in 0..<150 {
            let columns = Int.random(in: 1...250, using: &generator)
            let rows = Int.random(in: 1...80, using: &generator)
            let lines = screen(ward, columns, rows)
            #expect(lines.count == rows, "seed \(SeededRandom.runSeed)")
            #expect(lines.contains { !$0.isEmpty }, "\(columns)x\(rows) is empty, seed \(SeededRandom.runSeed)")
        }
    }

    @Test(arguments: [(120, 40), (80, 24), (80, 18), (60, 16)])
    func `says NAME ALERT on both tiles at every height`(columns: Int, rows: Int) throws {
        let text = screen(try SampleWard.full(), columns, rows).dropFirst(2).dropLast(2).joined(separator: "\n")
        #expect(text.components(of: "NAME ALERT") == 2, "\(text)")
    }

    @Test func `gives less room to each tile as there is less, and never scrolls`() throws {
        let ward = try ward(seated: 8, waiting: 0, chairs: 8)
        let heights = [(120, 60), (80, 40), (80, 24), (80, 16)].map { columns, rows in
            screen(ward, columns, rows).count { $0.contains("BP ") }
        }
        #expect(heights.allSatisfy { $0 > 0 })
    }

    @Test func `names the row of those who wait, and of those to close`() throws {
        let text = screen(try SampleWard.full(), 120, 36).joined(separator: "\n")
        #expect(text.contains("WAITING for a chair, TO CLOSE"))
        #expect(text.contains("Hale, Noor"))
        #expect(text.contains("DISCHARGED"))
    }

    @Test func `says what to do first when nobody is checked in`() {
        let text = screen(SampleWard.ward([]), 100, 30).joined(separator: "\n")
        #expect(text.contains("No patient is checked in."))
        #expect(text.contains("c check in"))
    }

    @Test func `tells the time to leave and what blocks it`() throws {
        let text = screen(try SampleWard.full(), 120, 36).joined(separator: "\n")
        #expect(text.contains("leaves from 15:03 in 59 min"))
        #expect(text.contains("dissociation late 21 min"))
    }

    @Test func `asks to confirm a dose that is complete by calculation`() throws {
        var script = try SampleWard.infusing(SampleWard.patient("Sample, Ada", 1), "C1", systolic: 140)
        script.wait(minutes: 13)
        let ward = SampleWard.ward([SampleWard.stay(script, "a")])
        #expect(screen(ward, 120, 36).joined().contains("DOSE COMPLETE BY CALCULATION CONFIRM"))
        #expect(screen(ward, 50, 10).joined().contains("DOSE COMPLETE BY CALCULATION, CONFIRM"))
    }

    @Test func `draws names without control and bidi characters`() throws {
        let script = try SampleWard.screening(SampleWard.patient("Ev\u{202E}il\u{1B}[31m, X", 1), "C1")
        let text = screen(SampleWard.ward([SampleWard.stay(script, "a")]), 80, 24).joined()
        #expect(text.contains("Evil[31m, X"))
        #expect(!text.unicodeScalars.contains("\u{202E}"))
    }
}

extension String {
    /// How often a text stands in it.
    func components(of text: String) -> Int {
        var count = 0
        var rest = self[...]
        while let range = rest.firstRange(of: text) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
