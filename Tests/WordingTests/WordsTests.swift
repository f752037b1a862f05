import Session
import Testing
import Wording

@Suite struct `What screens say` {
    @Test(arguments: [
        (0, "0 s"), (41, "41 s"), (59, "59 s"), (60, "1 min"), (3599, "59 min"), (3900, "1 h 05 min"), (-5, "0 s"),
        (200_000, "2 d"),
    ])
    func `say an age in words`(seconds: Int64, words: String) {
        #expect(Words.age(seconds * Micros.perSecond) == words)
    }

    @Test(arguments: [(166, "2:46"), (0, "0:00"), (2400, "40:00"), (3766, "1:02:46"), (-3, "0:00")])
    func `say a countdown in minutes and seconds`(seconds: Int64, words: String) {
        #expect(Words.countdown(seconds * Micros.perSecond) == words)
    }

    @Test(arguments: [(166, "2:46"), (599, "9:59"), (600, "10 min"), (601, "11 min"), (3541, "1 h 00 min")])
    func `count down in seconds for the last ten minutes alone`(seconds: Int64, words: String) {
        #expect(Words.remaining(seconds * Micros.perSecond) == words)
    }

    @Test func `round time to go up and time gone by down`() {
        #expect(Words.countdown(1) == "0:01")
        #expect(Words.elapsed(Micros.perSecond - 1) == "0:00")
    }

    @Test(arguments: [(20_400, "20.4 mg"), (20_449, "20.4 mg"), (20_450, "20.5 mg"), (0, "0.0 mg"), (-1500, "-1.5 mg")])
    func `round a dose once to a tenth`(micrograms: Int, words: String) {
        #expect(Words.milligrams(micrograms) == words)
    }

    @Test(arguments: [(1000, "1 mg/mL"), (500, "0.5 mg/mL"), (1250, "1.25 mg/mL"), (5, "0.005 mg/mL")])
    func `give a concentration the decimals it needs`(value: Int, words: String) {
        #expect(DoseArithmetic.milligramsPerMilliliter(value) == words)
    }

    @Test func `say a set of vitals in one line`() {
        let vitals = Vitals([
            .systolicMmHg: .value(142), .diastolicMmHg: .value(88), .spo2Percent: .unmeasurable(.noReading),
            .temperatureTenthsCelsius: .value(368), .moaas: .notDone(reason: "asleep"),
        ])
        #expect(Words.vitals(vitals) == "BP 142/88  SpO2 no reading  Temp 36.8  MOAA/S not done (asleep)")
    }
}
