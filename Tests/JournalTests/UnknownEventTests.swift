import EventLog
import Journal
import Session
import Testing

@Suite struct `An event that cannot be understood` {
    @Test(arguments: [("mood.rated", 1), ("note.recorded", 2), ("session.opened", 9)])
    func `is kept raw, with its times, and is no problem`(kind: String, version: Int) {
        let raw =
            #"{"text":"x","deep": { "a":[1.50,true]} ,"observedAt":"2026-11-21T07:55:00.000000Z","source":"device"}"#
        let record = record(kind, raw, version: version)

        let decoded = EventCoding.decode(record, number: 3, at: moment)

        #expect(decoded.event.body == .unknown(kind: kind, version: version, raw: raw))
        #expect(decoded.event.observedAtMicros == 1_795_247_700_000_000)
        #expect(decoded.event.source == .device)
        #expect(decoded.problems.isEmpty)
        #expect(EventCoding.encode(decoded.event, bootMicros: 5) == record)
    }

    @Test(arguments: [
        ("note.recorded", "{}", "text"),
        ("note.recorded", #"{"text":7}"#, "text"),
        ("note.recorded", #"{"text":"x","observedAt":"yesterday"}"#, "observedAt"),
        ("note.recorded", #"{"text":"x","source":"rumour"}"#, "source"),
        ("note.recorded", "[]", ""),
        ("note.recorded", #"{"text":"x","text":"y"}"#, ""),
        ("note.recorded", "{broken", ""),
        ("order.placed", #"{"drug":"ketamine","doseMicrogramsPerKg":0.5}"#, "doseMicrogramsPerKg"),
        ("vitals.recorded", #"{"systolicMmHg":"142"}"#, "systolicMmHg"),
        ("vitals.recorded", #"{"systolicMmHg":142.5}"#, "systolicMmHg"),
        ("vitals.recorded", #"{"systolicMmHg":9007199254740993}"#, "systolicMmHg"),
        ("vitals.recorded", #"{"systolicMmHg":1e400}"#, "systolicMmHg"),
        ("vitals.recorded", #"{"systolicMmHg":{"unmeasurable":"odd"}}"#, "systolicMmHg.unmeasurable"),
        ("vitals.recorded", #"{"systolicMmHg":{}}"#, "systolicMmHg.notDone"),
        ("session.opened", #"{"patient":{"name":"A","birthDate":"07.03.1984"}}"#, "patient.birthDate"),
        ("identity.confirmed", #"{"identifiers":["name","tattoo"]}"#, "identifiers"),
        ("screening.answered", #"{"answers":[{"item":"a","answer":"yes"},{"item":"b"}]}"#, "answers.1.answer"),
        ("infusion.stopped", #"{"end":"early"}"#, "reason"),
        ("infusion.stopped", #"{"end":"whenever"}"#, "end"),
        ("station.wasOff", #"{"from":"2026-02-30T00:00:00.000000Z"}"#, "from"),
    ])
    func `is kept raw and named by its key`(kind: String, raw: String, key: String) {
        let decoded = EventCoding.decode(record(kind, raw), number: 3, at: moment)

        #expect(decoded.event.body == .unknown(kind: kind, version: 1, raw: raw))
        #expect(decoded.problems.map(\.key) == [key])
        #expect(decoded.problems.allSatisfy { !$0.reason.isEmpty })
    }

    /// A zone with a fault in it, and the key that is named.
    @Test(arguments: [
        (#"{"name":"Mars/Olympus","offsets":[]}"#, "zone.offsets"),
        (#"{"name":"X","offsets":[{"from":"2026-11-20T00:00:00.000000Z","seconds":90000}]}"#, "zone.offsets.0.seconds"),
        (#"{"name":"X","offsets":[{"from":"then","seconds":0}]}"#, "zone.offsets.0.from"),
        (#"{"offsets":[{"from":"2026-11-20T00:00:00.000000Z","seconds":0}]}"#, "zone.name"),
        ("7", "zone"),
    ])
    func `takes nothing with it where only the zone is not to be read`(zone: String, key: String) throws {
        let example = Event(number: 0, at: moment, author: .system, body: EventExamples.bodies[0])
        let body = String(decoding: EventCoding.encode(example, bootMicros: 0).body, as: UTF8.self)
        let raw = String(body.dropLast()) + #","zone":\#(zone)}"#

        let decoded = EventCoding.decode(record("session.opened", raw), number: 0, at: moment)

        #expect(decoded.event.body == EventExamples.bodies[0], "the patient is there, in the station's zone")
        #expect(decoded.problems.map(\.key) == [key])
    }

    @Test func `does not bring back the value it was to correct`() throws {
        let raw = #"{"systolicMmHg":"a hundred"}"#
        let body = """
            {"target":1,"replacement":{"kind":"vitals.recorded","version":1,"body":\(raw)},\
            "reason":{"code":"mistyped","text":""}}
            """

        let decoded = EventCoding.decode(record("entry.amended", body), number: 3, at: moment)

        let kept = Event.Body.unknown(kind: "vitals.recorded", version: 1, raw: raw)
        let reason = Reason(code: "mistyped", text: "")
        #expect(decoded.event.body == .entryAmended(target: 1, replacement: kept, reason: reason))
        #expect(decoded.problems.map(\.key) == ["replacement.body.systolicMmHg"])
        #expect(String(decoding: EventCoding.encode(decoded.event, bootMicros: 0).body, as: UTF8.self) == body)
    }

    private let moment = Moment(utcMicros: 1_795_248_000_000_000, sessionMicros: 1)

    private func record(_ kind: String, _ body: String, version: Int = 1) -> RecordDraft {
        RecordDraft(
            event: 3,
            kind: kind,
            version: version,
            utcMicros: moment.utcMicros,
            bootMicros: 5,
            actor: "n001:nurse",
            body: Array(body.utf8)
        )
    }
}
