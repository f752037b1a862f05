import Session
import TestSupport
import Testing

@Suite struct `The dose over time` {
    private typealias Entry = (sessionMicros: Int64, change: DoseChange)

    private static func at(_ minutes: Int64, _ seconds: Int64 = 0) -> Int64 {
        minutes * Micros.perMinute + seconds * Micros.perSecond
    }

    private static func pump(
        rate: Int,
        milliliters: Int,
        concentration: Int = 1000,
        _ container: String = "A"
    ) -> PumpSettings {
        PumpSettings(
            rateMicrolitersPerHour: rate,
            volumeNanoliters: milliliters * 1_000_000,
            concentrationMicrogramsPerMilliliter: concentration,
            container: container
        )
    }

    @Test(
        arguments: [
            (0, 0), (12 * 60, 12_000), (14 * 60, 12_000), (15 * 60 + 30, 12_000), (20 * 60, 16_500), (38 * 60, 30_000),
            (60 * 60, 30_000),
        ] as [(Int64, Int)]
    )
    func `counts segments, a pause as nothing`(second: Int64, micrograms: Int) {
        let curve = DoseCurve([
            (0, .started(Self.pump(rate: 60_000, milliliters: 40))), (Self.at(12), .paused),
            (Self.at(15, 30), .resumed),
            (Self.at(20), .rate(microlitersPerHour: 45_000)), (Self.at(38), .stopped),
        ])
        #expect(curve.givenMicrograms(at: second * Micros.perSecond) == micrograms)
        #expect(curve.givenNanoliters(at: second * Micros.perSecond) == micrograms * 1000)
    }

    @Test func `knows how long the rest takes`() {
        let curve = DoseCurve([
            (0, .started(Self.pump(rate: 60_000, milliliters: 40))), (Self.at(12), .paused),
            (Self.at(15, 30), .resumed),
            (Self.at(20), .rate(microlitersPerHour: 45_000)),
        ])
        #expect(curve.timeLeftMicros(at: Self.at(20)) == Self.at(31, 20))
        #expect(curve.completionMicros == Self.at(51, 20))
        #expect(curve.timeLeftMicros(at: Self.at(13)) == nil)
        #expect(curve.remainingNanoliters(at: Self.at(20)) == 23_500_000)
        #expect(curve.elapsedMicros(in: .paused, at: Self.at(30)) == Self.at(3, 30))
        #expect(curve.elapsedMicros(in: .running, at: Self.at(30)) == Self.at(26, 30))
        #expect(curve.state(at: Self.at(13)) == .paused)
        #expect(curve.rateMicrolitersPerHour(at: Self.at(13)) == 0)
        #expect(curve.rateMicrolitersPerHour(at: Self.at(21)) == 45_000)
    }

    @Test func `never passes the programmed volume, whenever the stop is entered`() {
        let start: Entry = (0, .started(Self.pump(rate: 60_000, milliliters: 30)))
        let running = DoseCurve([start])
        #expect(!running.isCompleteByCalculation(at: Self.at(29, 59)))
        #expect(running.isCompleteByCalculation(at: Self.at(30)))
        #expect(running.rateMicrolitersPerHour(at: Self.at(40)) == 0)
        #expect(running.timeLeftMicros(at: Self.at(40)) == 0)
        #expect(running.completionMicros == Self.at(30))
        let stopped = DoseCurve([start, (Self.at(46), .stopped)])
        #expect(stopped.givenMicrograms(at: Self.at(46)) == 30_000)
        #expect(stopped.givenMicrograms(at: Self.at(90)) == 30_000)
        #expect(DoseArithmetic.milligrams(stopped.givenMicrograms(at: Self.at(46))) == "30 mg")
        #expect(!stopped.isCompleteByCalculation(at: Self.at(46)))
        #expect(stopped.state(at: Self.at(46)) == .stopped)
    }

    @Test func `goes on after a restart with a volume of its own`() {
        let curve = DoseCurve([
            (0, .started(Self.pump(rate: 60_000, milliliters: 30))), (Self.at(46), .stopped),
            (Self.at(60), .started(Self.pump(rate: 60_000, milliliters: 10, concentration: 2000, "B"))),
        ])
        #expect(curve.givenMicrograms(at: Self.at(60)) == 30_000)
        #expect(curve.givenMicrograms(at: Self.at(65)) == 40_000)
        #expect(curve.givenMicrograms(at: Self.at(90)) == 50_000)
        #expect(curve.programmedNanoliters(at: Self.at(65)) == 40_000_000)
        #expect(curve.programmedMicrograms(at: Self.at(65)) == 50_000)
        #expect(curve.givenNanoliters(fromContainer: "A", at: Self.at(90)) == 30_000_000)
        #expect(curve.givenNanoliters(fromContainer: "B", at: Self.at(90)) == 10_000_000)
        #expect(curve.isCompleteByCalculation(at: Self.at(70)))
    }

    @Test func `puts late entries in their place`() {
        let curve = DoseCurve([
            (0, .started(Self.pump(rate: 60_000, milliliters: 40))), (Self.at(20), .resumed), (Self.at(10), .paused),
        ])
        #expect(curve.givenMicrograms(at: Self.at(30)) == 20_000)
    }

    @Test func `passes over what fits nothing`() {
        #expect(DoseCurve([]).givenMicrograms(at: Self.at(10)) == 0)
        #expect(DoseCurve([]).state(at: 0) == .notStarted)
        #expect(DoseCurve([]).timeLeftMicros(at: 0) == nil)
        let curve = DoseCurve([
            (0, .paused), (0, .stopped), (0, .rate(microlitersPerHour: 99)), (Self.at(1), .resumed),
            (Self.at(5), .started(Self.pump(rate: 60_000, milliliters: 40))), (Self.at(6), .resumed),
            (Self.at(15), .stopped), (Self.at(16), .stopped), (Self.at(17), .resumed),
        ])
        #expect(curve.givenMicrograms(at: Self.at(60)) == 10_000)
    }

    @Test func `takes any figures a log may hold`() {
        for rate in [Int.min, -1, 0, .max] {
            for volume in [Int.min, 0, 1, .max] {
                let pump = PumpSettings(
                    rateMicrolitersPerHour: rate,
                    volumeNanoliters: volume,
                    concentrationMicrogramsPerMilliliter: .max,
                    container: "A"
                )
                let curve = DoseCurve([(.min, .started(pump)), (.max, .stopped)])
                #expect(curve.givenNanoliters(at: .max) <= max(0, volume))
                #expect(curve.givenMicrograms(at: .max) >= 0)
                #expect(curve.remainingNanoliters(at: .max) >= 0)
            }
        }
    }

    @Test func `only grows, and never over what was programmed`() {
        var random = SeededRandom(seed: SeededRandom.runSeed)
        for _ in 0..<300 {
            var entries: [Entry] = []
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let micros = Int64.random(in: 0...Self.at(120), using: &random)
                let rate = Int.random(in: 0...200_000, using: &random)
                let change: DoseChange =
                    switch Int.random(in: 0..<6, using: &random) {
                    case 0, 1: .started(Self.pump(rate: rate, milliliters: Int.random(in: 0...60, using: &random)))
                    case 2: .paused
                    case 3: .resumed
                    case 4: .rate(microlitersPerHour: rate)
                    default: .stopped
                    }
                entries.append((micros, change))
            }
            let curve = DoseCurve(entries)
            let cap = curve.programmes.reduce(0) { $0 + $1.volumeNanoliters }
            var before = 0
            for minute in Int64(0)...150 {
                let given = curve.givenNanoliters(at: Self.at(minute))
                #expect(given >= before && given <= cap, "seed \(SeededRandom.runSeed): \(entries)")
                #expect(given <= curve.programmedNanoliters(at: Self.at(minute)), "seed \(SeededRandom.runSeed)")
                before = given
            }
            if let completion = curve.completionMicros {
                #expect(curve.remainingNanoliters(at: completion) == 0, "seed \(SeededRandom.runSeed): \(entries)")
            }
        }
    }
}
