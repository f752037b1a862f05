import Session
import Testing

@Suite struct `A civil date` {
    @Test(arguments: [
        ("1984-03-07", 1984, 3, 7), ("07.03.1984", 1984, 3, 7), ("7.3.1984", 1984, 3, 7), ("1984 3 7", 1984, 3, 7),
        ("19840307", 1984, 3, 7), ("2000-02-29", 2000, 2, 29), ("1800-01-01", 1800, 1, 1),
        ("2999-12-31", 2999, 12, 31),
    ])
    func `is read as people write it`(text: String, year: Int, month: Int, day: Int) {
        let date = CivilDate(text: text)
        #expect(date?.year == year)
        #expect(date?.month == month)
        #expect(date?.day == day)
    }

    @Test(arguments: [
        "", "1984", "03/07/1984", "7-3-1984", "1984-13-01", "1984-00-10", "1984-02-30", "1900-02-29", "2001-02-29",
        "1984-04-31", "1799-12-31", "3000-01-01", "1984-03-07-01", "abcd-ef-gh", "198403071",
    ])
    func `is refused where the calendar has none or its parts would be guessed`(text: String) {
        #expect(CivilDate(text: text) == nil)
    }

    @Test func `counts its days and comes back, day by day over four centuries`() {
        var previous = CivilDate(daysSince1970: -62_091)
        #expect(previous.text == "1800-01-01")
        for days in -62_090...100_000 {
            let date = CivilDate(daysSince1970: days)
            #expect(date.daysSince1970 == days)
            #expect(previous < date)
            #expect(CivilDate(year: date.year, month: date.month, day: date.day) == date)
            previous = date
        }
    }

    @Test(arguments: [
        ("1984-03-07", "2026-03-06", 41), ("1984-03-07", "2026-03-07", 42), ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18), ("2008-02-29", "2024-02-28", 15), ("2008-02-29", "2024-02-29", 16),
        ("2000-02-29", "2100-02-28", 99), ("2000-02-29", "2100-03-01", 100), ("2008-03-01", "2026-02-28", 17),
        ("2008-03-01", "2026-03-01", 18), ("2007-12-31", "2025-12-30", 17), ("2007-12-31", "2025-12-31", 18),
    ])
    func `counts full years`(from: String, to: String, years: Int) throws {
        let from = try #require(CivilDate(text: from))
        let to = try #require(CivilDate(text: to))
        #expect(from.years(until: to) == years)
    }
}

@Suite struct `The offsets of a place` {
    /// Central Europe in 2026: summer time from March 29 01:00 UTC to October 25 01:00 UTC.
    private let zone = ZoneOffsets(transitions: [
        .init(fromUTCMicros: 0, offsetSeconds: 3600),
        .init(fromUTCMicros: 1_774_746_000 * Micros.perSecond, offsetSeconds: 7200),
        .init(fromUTCMicros: 1_792_890_000 * Micros.perSecond, offsetSeconds: 3600),
    ])

    @Test(arguments: [
        (1_774_745_999, "2026-03-29", "01:59:59"), (1_774_746_000, "2026-03-29", "03:00:00"),
        (1_792_889_999, "2026-10-25", "02:59:59"), (1_792_890_000, "2026-10-25", "02:00:00"),
        (-1, "1970-01-01", "00:59:59"),
    ])
    func `give the local time of an instant`(seconds: Int64, date: String, clock: String) {
        let local = zone.local(seconds * Micros.perSecond)
        #expect(local.date.text == date)
        #expect(local.clockWithSeconds == clock)
    }

    @Test(arguments: [
        ("2026-03-29", 3 * 3600, 1_774_746_000), ("2026-10-25", 3 * 3600, 1_792_893_600),
        ("2026-07-01", 12 * 3600, 1_782_900_000),
    ])
    func `find the instant of a local time`(date: String, second: Int, seconds: Int64) throws {
        let date = try #require(CivilDate(text: date))
        #expect(zone.instants(of: date, secondOfDay: second) == [seconds * Micros.perSecond])
    }

    @Test func `find two instants in the hour that repeats, and none in the one that is skipped`() throws {
        let autumn = try #require(CivilDate(text: "2026-10-25"))
        let twice = [1_792_886_400, 1_792_890_000].map { $0 * Micros.perSecond }
        #expect(zone.instants(of: autumn, secondOfDay: 2 * 3600) == twice)
        #expect(twice.map(zone.offsetWords) == ["UTC+2", "UTC+1"])
        let spring = try #require(CivilDate(text: "2026-03-29"))
        #expect(zone.instants(of: spring, secondOfDay: 2 * 3600 + 1800).isEmpty)
    }

    @Test(arguments: [
        (12, "11:00"), (-12, "24 Oct 12:00"), (25, "26 Oct 00:00"), (-9600, "19 Sep 2025 23:00"),
    ])
    func `print another day with its date`(hours: Int64, words: String) {
        let midnight = 1_792_879_200 * Micros.perSecond
        let micros = midnight + hours * Micros.perHour
        #expect(zone.clock(micros, seenFrom: midnight + Micros.perHour) == words)
    }
}
