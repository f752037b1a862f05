import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `A tile` {
    private func rows(_ stays: [Stay], _ columns: Int, _ rows: Int, chairs: Int) -> [String] {
        let size = Size(columns: columns, rows: rows)
        let ward = SampleWard.ward(stays, chairs: chairs)
        let frame = Desk().draw(size: size, in: Scene(ward: ward, surroundings: SampleWard.surroundings()))
        return (0..<rows).map { frame.row($0) }
    }

    private func stays(_ count: Int, systolic: Int = 138, later minutes: Int) throws -> [Stay] {
        try (0..<count).map { index in
            var patient = SampleWard.patient("Name\(Character(Unicode.Scalar(UInt8(65 + index)))), Bo", 1)
            patient.mrn = "\(index * 1_111_111 + 1_000_000)"
            patient.birthDate = CivilDate(year: 1960 + index, month: 2, day: 2) ?? patient.birthDate
            var script = try SampleWard.infusing(patient, "C\(index + 1)", systolic: systolic)
            script.wait(minutes: minutes)
            return SampleWard.stay(script, "s\(index)")
        }
    }

    @Test(arguments: [8, 12], [(80, 24), (120, 36)])
    func `never shows a pressure without its age`(count: Int, size: (Int, Int)) throws {
        for systolic in [138, 186] {
            let text = rows(try stays(count, systolic: systolic, later: 70), size.0, size.1, chairs: count)
                .joined(separator: "\n")
            // The ages stand long or short behind every pressure, be it plain or in an alarm.
            let ages = text.components(of: "1 h 10 min") + text.components(of: "70m") + text.components(of: "70 min")
            let pressures = text.components(of: "BP \(systolic)/") + text.components(of: "SBP 186 >")
            #expect(pressures >= count, "\(text)")
            #expect(ages >= pressures, "\(text)")
        }
    }

    @Test(arguments: [8, 12])
    func `of 30 columns gives the pressure up for what presses, and else shows it with its age`(count: Int) throws {
        let pressing = rows(try stays(count, later: 70), 60, 16, chairs: count).joined(separator: "\n")
        #expect(pressing.components(of: "CONFIRM OVERDUE") == count, "\(pressing)")
        #expect(pressing.components(of: "BP ") == 0, "\(pressing)")
        let calm = rows(try stays(count, later: 4), 60, 16, chairs: count).joined(separator: "\n")
        #expect(calm.components(of: "BP 138/") == count, "\(calm)")
        #expect(calm.components(of: "4m") + calm.components(of: "4 min") == count, "\(calm)")
    }

    @Test func `of 40 columns says that its dose is calculated, and out of how much`() throws {
        let text = rows(try stays(1, later: 0), 40 * 2, 24, chairs: 2).joined(separator: "\n")
        #expect(text.contains("27.2/40.0 mg calc") || text.contains("27.2 of 40.0 mg calc"), "\(text)")
    }

    @Test func `says once that the infusion is paused`() throws {
        let paused = try SampleWard.paused(SampleWard.patient("Brook, Emil", 2), "C1")
        let text = rows([SampleWard.stay(paused, "a")], 80, 24, chairs: 4).joined(separator: "\n")
        #expect(text.components(of: "paused 3:12") == 1, "\(text)")
    }

    @Test func `draws what counts every second in one style, so that a terminal keeps its colours`() throws {
        var stays = try stays(1, later: 5)
        stays += [SampleWard.stay(try SampleWard.paused(SampleWard.patient("Brook, Emil", 2), "C2"), "p")]
        let ward = SampleWard.ward(stays, chairs: 8)
        var later = ward
        later.nowUTCMicros += Micros.perSecond
        for index in later.stays.indices {
            later.stays[index].now.utcMicros += Micros.perSecond
            later.stays[index].now.sessionMicros += Micros.perSecond
        }
        let size = Size(columns: 80, rows: 24)
        let before = Desk().draw(size: size, in: Scene(ward: ward, surroundings: SampleWard.surroundings()))
        let after = Desk().draw(size: size, in: Scene(ward: later, surroundings: SampleWard.surroundings()))
        let styles = after.changes(from: before).filter { $0.y > 1 }.map { Set($0.cells.map(\.style)) }
        #expect(!styles.isEmpty)
        #expect(styles.allSatisfy { $0 == [Style(.text)] }, "\(styles)")
    }
}
