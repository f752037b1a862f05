import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `A trend` {
    /// A session whose newest set holds these values, drawn in the Session view.
    private func frame(_ vitals: Vitals, _ size: Size, _ glyphs: Glyphs = .unicode) throws -> Frame {
        var script = try SampleWard.infusing(SampleWard.patient("Sample, Ada", 1), "C1", systolic: 138)
        script.wait(minutes: 2)
        var confirmed = vitals
        confirmed.confirmedUnusual = true
        try script.give(.recordVitals(confirmed, observedAtMicros: nil))
        script.wait(minutes: 1)
        var station = PretendStation(SampleWard.ward([SampleWard.stay(script, "a")]))
        station.surroundings.glyphs = glyphs
        station.press(.enter)
        return station.desk.draw(size: size, in: Scene(ward: station.ward, surroundings: station.surroundings))
    }

    private func text(_ frame: Frame) -> String {
        (0..<frame.size.rows).map { frame.row($0) }.joined(separator: "\n")
    }

    @Test(arguments: Glyphs.allCases) func `marks a reading beyond its range with its number`(glyphs: Glyphs) throws {
        let size = Size(columns: 120, rows: 36)
        let high = text(try frame(sampleVitals(214, 96), size, glyphs))
        #expect(high.contains(glyphs == .unicode ? "\u{2303}214" : "^214"))
        let low = text(try frame(sampleVitals(120, 70, spo2: 81), size, glyphs))
        #expect(low.contains(glyphs == .unicode ? "\u{2304}81" : "v81"))
    }

    @Test func `never loses a reading beyond its range, at any size that has lanes`() throws {
        var generator = SeededRandom(seed: SeededRandom.runSeed)
        for _ in 0..<25 {
            let size = Size(
                columns: Int.random(in: 80...250, using: &generator),
                rows: Int.random(in: 24...80, using: &generator)
            )
            let systolic = Int.random(in: 201...280, using: &generator)
            let screen = text(try frame(sampleVitals(systolic, 96), size))
            guard screen.contains("Trends") else { continue }
            #expect(screen.contains("\u{2303}\(systolic)"), "\(size), seed \(SeededRandom.runSeed)")
        }
    }

    @Test func `does not join readings`() throws {
        // Two heart rates far apart: the lane is empty between them but for the dots of the limits.
        let frame = try frame(sampleVitals(120, 70, heartRate: 44), Size(columns: 200, rows: 60))
        var columns: Set<Int> = []
        for y in 0..<60 {
            for x in 0..<118 where frame[x, y].style == Style(.laneHeartRate, .bold) && frame[x, y].scalar >= 0x2800 {
                columns.insert(x)
            }
        }
        let sets = 5
        #expect(columns.count == sets, "\(columns.sorted())")
    }

    @Test func `draws the limits as dots and the scale in words`() throws {
        let frame = try frame(sampleVitals(), Size(columns: 200, rows: 60))
        #expect(text(frame).contains("2 min a column, dotted: limits"))
        let dots = frame.cells.count { $0.style == .decor && (0x2801...0x28FF).contains($0.scalar) }
        #expect(dots > 60)
    }

    @Test func `has an ASCII form without a single other character`() throws {
        let frame = try frame(sampleVitals(214, 96), Size(columns: 120, rows: 36), .ascii)
        #expect(frame.cells.allSatisfy { $0.scalar < 0x80 })
    }
}
