import Session
import TestSupport
import Testing

/// Whether a patient is an adult, by the day in the place of the session.
@Suite struct `An adult` {
    /// Born, opened at (UTC minutes around midnight of the day), offset in hours, and whether that is an adult.
    @Test(arguments: [
        // 2026-11-21: 18 today in Berlin from 23:00 UTC of the day before, in New York from 05:00 UTC.
        ("2008-11-21", "2026-11-20", 22 * 60 + 59, 1, false), ("2008-11-21", "2026-11-20", 23 * 60, 1, true),
        ("2008-11-21", "2026-11-21", 4 * 60 + 59, -5, false), ("2008-11-21", "2026-11-21", 5 * 60, -5, true),
        // Born on 29 February: from 1 March, in a leap year on the day itself.
        ("2008-02-29", "2026-02-28", 12 * 60, 0, false), ("2008-02-29", "2026-03-01", 0, 0, true),
        ("2008-02-29", "2026-02-28", 23 * 60, 1, true), ("2008-02-29", "2026-03-01", 4 * 60, -5, false),
    ])
    func `is one by the session's local day`(
        born: String,
        day: String,
        minute: Int,
        offset: Int,
        isAdult: Bool
    ) throws {
        let date = try #require(CivilDate(text: day))
        let utc = Int64(date.daysSince1970) * Micros.perDay + Int64(minute) * Micros.perMinute
        var patient = samplePatient()
        patient.birthDate = try #require(CivilDate(text: born))
        let offsets = ZoneOffsets(transitions: [.init(fromUTCMicros: 0, offsetSeconds: offset * 3600)])
        let opening = Opening(
            patient: patient,
            chair: "1",
            protocolID: "p",
            protocolVersion: "1",
            protocolSHA256: String(repeating: "0", count: 64),
            zone: RecordedZone(name: "Here", offsets: offsets)
        )
        let now = Moment(utcMicros: utc, sessionMicros: 0)
        let event = Event(number: 0, at: now, author: .system, body: .sessionOpened(opening))
        var session = Session(id: "s", rules: sampleProtocol(), events: [event])
        // The machine's own zone does not matter to a record that carries one.
        session.stationZone = ZoneOffsets(transitions: [.init(fromUTCMicros: 0, offsetSeconds: 12 * 3600)])
        #expect(session.needs(for: .ready, at: now).contains { $0.code == "age" } == !isAdult)
    }
}
