import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `The flowsheet` {
    private func screen(_ sets: [Vitals], _ columns: Int = 80, _ rows: Int = 24) throws -> String {
        try screen(columns, rows) { script throws(Refusal) in
            for set in sets {
                var set = set
                set.confirmedUnusual = true
                try script.give(.recordVitals(set, observedAtMicros: nil))
                script.wait(minutes: 5)
            }
        }
    }

    private func screen(
        _ columns: Int,
        _ rows: Int,
        _ steps: (inout SessionScript) throws(Refusal) -> Void
    ) throws -> String {
        var script = try SampleWard.infusing(SampleWard.patient("Brook, Emil", 2), "C1", systolic: 138)
        try steps(&script)
        var station = PretendStation(SampleWard.ward([SampleWard.stay(script, "a")]))
        station.press(.enter)
        return station.screen(columns, rows)
    }

    @Test(arguments: [(80, 24), (120, 36), (200, 60)])
    func `shows every number of a reading whole, with a space before it`(columns: Int, rows: Int) throws {
        let text = try screen([sampleVitals(185, 111), sampleVitals(186, 113)], columns, rows)
        #expect(text.contains(" ***185/111 ***186/113 "), "\(text)")
        #expect(!text.contains("***11***"))
    }

    @Test func `keeps sedation and dissociation on the smallest screen, and names what it leaves out`() throws {
        var full = sampleVitals(124, 80)
        full[.temperatureTenthsCelsius] = .value(368)
        full[.painNrs] = .value(2)
        full[.rass] = .value(-1)
        let text = try screen([full])
        for label in ["BP ", "HR ", "SpO2 ", "RR ", "MOAA/S ", "dissoc "] { #expect(text.contains("│ " + label)) }
        #expect(text.contains("3 more: RASS, Temp, Pain"), "\(text)")
    }

    @Test func `shows the sedation that was scored with a note`() throws {
        let text = try screen(120, 36) { script throws(Refusal) in
            script.wait(minutes: 3)
            try script.give(
                .recordDissociation(Dissociation(score: 3, isDistressed: true, moaas: 2), observedAtMicros: nil)
            )
        }
        let row = text.split(separator: "\n").first { $0.contains("MOAA/S  ") } ?? ""
        #expect(row.contains("***2"), "\(text)")
        let dissociation = text.split(separator: "\n").first { $0.contains("│ dissoc ") } ?? ""
        #expect(dissociation.contains("**3"), "\(text)")
    }

    /// A slow heart at baseline raises no alarm at 2 beats less, and no mark either; 11 beats less raises both.
    @Test(arguments: [(48, false), (39, true)])
    func `marks what alarms and nothing else`(heartRate: Int, isMarked: Bool) throws {
        var script = try SessionScript(patient: SampleWard.patient("Brook, Emil", 2), chair: "C1")
        func set(_ heartRate: Int) -> Command {
            var vitals = sampleVitals(heartRate: heartRate)
            vitals.confirmedUnusual = true
            return .recordVitals(vitals, observedAtMicros: nil)
        }
        try script.prepareToStart()
        try script.give(set(50))
        try script.give(.start(samplePump()))
        script.wait(minutes: 10)
        try script.give(set(heartRate))
        #expect(script.session.standingAlarms.isEmpty == !isMarked)
        var station = PretendStation(SampleWard.ward([SampleWard.stay(script, "a")]))
        station.press(.enter)
        let rows = station.screen(120, 36).split(separator: "\n")
        let row = rows.first { $0.contains("│ HR ") } ?? ""
        #expect(row.contains(" \(heartRate)") != isMarked && row.contains("*\(heartRate)") == isMarked, "\(row)")
    }

    @Test func `never clips an age`() throws {
        let text = try screen(80, 24) { script in script.wait(minutes: 87) }
        #expect(text.contains("87 min"), "\(text)")
        #expect(!text.contains("1 h 2.. "))
    }
}
