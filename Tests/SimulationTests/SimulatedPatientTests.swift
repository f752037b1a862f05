import Session
import Simulation
import Station
import TestSupport
import Testing

@Suite struct `Simulated patients` {
    /// Means and standard deviations of 2,342 infusions at Yale (General Hospital Psychiatry 2024).
    @Test(arguments: [
        (Parameter.systolicMmHg, 16.0, 11.2), (Parameter.diastolicMmHg, 11.0, 8.45),
    ])
    func `rise at 40 minutes as published`(parameter: Parameter, mean: Double, deviation: Double) {
        var random = SeededRandom("simulated patients")
        let changes = (0..<4000).compactMap { _ -> Double? in
            let patient = SimulatedPatient(seed: random.next())
            var noise = SplitMix64(seed: random.next())
            let before = patient.vitals(minutes: nil, &noise).value(parameter)
            let after = patient.vitals(minutes: 40, &noise).value(parameter)
            guard let before, let after else { return nil }
            return Double(after - before)
        }
        let average = changes.reduce(0, +) / Double(changes.count)
        let spread = changes.reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(changes.count)
        // Four thousand draws: the mean is off by 0.18 mmHg once in three times, 0.9 is five times that.
        #expect(abs(average - mean) < 0.9)
        #expect(abs(spread.squareRoot() - deviation) < 0.8)
    }

    @Test func `are back at baseline after 90 minutes, and never dissociate before the dose`() {
        var random = SeededRandom("simulated patients later")
        for _ in 0..<200 {
            let patient = SimulatedPatient(seed: random.next())
            #expect(patient.dissociation(minutes: nil) == 0)
            #expect((1...3).contains(patient.dissociation(minutes: 30)))
            #expect(patient.dissociation(minutes: 90) == 0)
        }
    }
}

@Suite struct `A series of vitals` {
    @Test func `makes one set of each cuff measurement, with what was read in the minute before`() throws {
        let text = """
            time_s,parameter,value,unit
            0,HR,61,/min
            0,NIBP_SYS,121,mm[Hg]
            0,NIBP_DIA,75,mm[Hg]
            1,HR,62,/min
            1,NIBP_SYS,121,mm[Hg]
            1,NIBP_DIA,75,mm[Hg]
            290,SPO2,96.6,%
            300,HR,0,/min
            300,PR,64,/min
            300,NIBP_SYS,131,mm[Hg]
            300,NIBP_DIA,80,mm[Hg]
            """
        for lineEnd in ["\n", "\r\n"] {
            let series = try VitalsSeries(text: text.split(separator: "\n").joined(separator: lineEnd), name: "test")
            #expect(series.sets.map(\.second) == [0, 300])
            #expect(series.noReadingCount == 1)
            #expect(
                series.sets.last?.vitals
                    == Vitals([
                        .systolicMmHg: .value(131), .diastolicMmHg: .value(80), .heartRatePerMin: .value(64),
                        .spo2Percent: .value(97),
                    ])
            )
        }
    }

    @Test(arguments: ["0,HR", "x,HR,60,/min", "0,HR,sixty,/min", "0,HR,nan,/min", "0,HR,1e300,/min"])
    func `names the line that is none`(line: String) {
        let error = #expect(throws: StationError.self) {
            try VitalsSeries(text: "time_s,parameter,value,unit\n" + line, name: "file.csv")
        }
        #expect(error?.what.hasPrefix("file.csv:2:") == true)
    }
}
