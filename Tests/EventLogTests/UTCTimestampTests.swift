import EventLog
import Testing
import TestSupport

@Suite struct `A record's time` {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000000Z"),
            (-1, "1969-12-31T23:59:59.999999Z"),
            (951_782_400_000_000, "2000-02-29T00:00:00.000000Z"),
            (1_709_251_199_999_999, "2024-02-29T23:59:59.999999Z"),
            (4_107_542_400_000_000, "2100-03-01T00:00:00.000000Z"),
            (-62_167_219_200_000_000, "0000-01-01T00:00:00.000000Z"),
            (253_402_300_799_999_999, "9999-12-31T23:59:59.999999Z"),
        ] as [(Int64, String)]
    )
    func `is written in UTC with six digits and read back`(micros: Int64, text: String) {
        #expect(UTCTimestamp.text(micros) == text)
        #expect(UTCTimestamp.micros(text) == micros)
    }

    @Test(arguments: [
        "", "2026-08-23T05:34:40Z", "2026-08-23T05:34:40.123Z", "2026-08-23 05:34:40.123456Z",
        "2026-08-23T05:34:40.123456+", "2026-13-01T00:00:00.000000Z", "2026-00-01T00:00:00.000000Z",
        "2026-02-29T00:00:00.000000Z", "2026-01-32T00:00:00.000000Z", "2026-01-00T00:00:00.000000Z",
        "2026-01-01T24:00:00.000000Z", "2026-01-01T00:60:00.000000Z", "2026-01-01T00:00:60.000000Z",
        "2026-01-01T00:00:00.00000aZ", "+026-01-01T00:00:00.000000Z", "2026-01-01t00:00:00.000000Z",
        "2026-01-01T00:00:00.000000ZZ",
    ])
    func `is refused in any other form`(text: String) {
        #expect(UTCTimestamp.micros(text) == nil)
    }

    @Test func `comes back from its text for random times`() {
        let seed = SeededRandom.runSeed
        var random = SeededRandom(seed: seed)
        for _ in 0..<20_000 {
            let micros = Int64.random(in: UTCTimestamp.representableMicros, using: &random)
            #expect(UTCTimestamp.micros(UTCTimestamp.text(micros)) == micros, "VIGIL_SEED=\(seed)")
        }
    }

    @Test func `goes through every day of 400 years in order`() {
        let microsPerDay: Int64 = 86_400_000_000
        var previous = UTCTimestamp.text(-1)
        for day in 0..<Int64(146_097) {
            let text = UTCTimestamp.text(day * microsPerDay)
            #expect(previous < text)
            #expect(UTCTimestamp.micros(text) == day * microsPerDay)
            previous = text
        }
        #expect(previous == "2369-12-31T00:00:00.000000Z")
    }
}
