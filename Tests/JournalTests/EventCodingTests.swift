import EventLog
import Foundation
import Journal
import Session
import Testing

@Suite struct `An event` {
    @Test func `has an example of every kind that the table of kinds has`() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Session/Events/EventTraits.swift")
        let table = try String(contentsOf: sources, encoding: .utf8)
        let kinds = Set(table.matches(of: /EventTraits\(\s*"([A-Za-z.]+)"/).map { String($0.1) })

        #expect(kinds.count > 30)
        let known = EventExamples.bodies.filter { !$0.isUnknown }
        #expect(Set(known.map(\.kind)) == kinds)
        #expect(EventExamples.bodies.contains { $0.isUnknown })
    }

    @Test(arguments: EventExamples.events) func `comes back from its record as it was`(event: Event) throws {
        let record = EventCoding.encode(event, bootMicros: 7)
        _ = try RecordBatch([record])

        let decoded = EventCoding.decode(record, number: event.number, at: event.at)

        #expect(decoded.event == event)
        #expect(decoded.problems.isEmpty)
        #expect(EventCoding.encode(decoded.event, bootMicros: 7) == record)
    }

    @Test(arguments: EventExamples.events) func `carries its times and its kind in the envelope`(event: Event) {
        let record = EventCoding.encode(event, bootMicros: 412)

        #expect(record.event == event.number)
        #expect(record.kind == event.body.kind)
        #expect(record.utcMicros == event.at.utcMicros)
        #expect(record.bootMicros == 412)
    }

    @Test func `keeps the pounds that a weight was typed in`() throws {
        let typed = try #require(DecimalWeight(text: "399 lb"))
        let patient = Patient(
            name: "Sample, Ada",
            birthDate: CivilDate(daysSince1970: 5179),
            mrn: "100234",
            sex: .female,
            weightGrams: typed.grams,
            allergies: "none known",
            escort: .none,
            weightThousandthsOfPound: typed.poundThousandths
        )
        let opening = Opening(
            patient: patient,
            chair: nil,
            protocolID: "iv-mood-0.5",
            protocolVersion: "1",
            protocolSHA256: String(repeating: "5e", count: 32)
        )
        let at = Moment(utcMicros: 1_795_248_000_000_000, sessionMicros: 0)
        let event = Event(number: 0, at: at, author: .system, source: .system, body: .sessionOpened(opening))

        let record = EventCoding.encode(event, bootMicros: 1)

        #expect(EventCoding.decode(record, number: 0, at: at).event == event)
        let text = String(decoding: record.body, as: UTF8.self)
        #expect(text.contains(#""weightGrams":181000,"weightThousandthsOfPound":399000"#))
    }

    @Test func `is written with units in the names, in one order`() {
        let vitals = Vitals([
            .spo2Percent: .value(97), .systolicMmHg: .value(142), .rass: .unmeasurable(.noReading),
            .diastolicMmHg: .notDone(reason: "cuff off"),
        ])
        let event = Event(
            number: 4,
            at: Moment(utcMicros: 1_795_248_000_000_000, sessionMicros: 9),
            observedAtMicros: 1_795_247_700_000_000,
            author: .staff(id: "n001", role: .nurse),
            source: .paper,
            body: .vitalsRecorded(vitals)
        )

        let record = EventCoding.encode(event, bootMicros: 1)

        #expect(record.actor == "n001:nurse")
        #expect(
            String(decoding: record.body, as: UTF8.self) == """
                {"systolicMmHg":142,"diastolicMmHg":{"notDone":"cuff off"},"spo2Percent":97,\
                "rass":{"unmeasurable":"noReading"},"observedAt":"2026-11-21T07:55:00.000000Z","source":"paper"}
                """
        )
    }

    /// Older logs have no such key: nothing was asked, or nobody wrote it down.
    @Test(arguments: [[], ["NAME ALERT C1 Sample, Eva *1984: same surname: is this another person?"]])
    func `of a check-in keeps what was asked and answered`(asked: [String]) throws {
        var event = EventExamples.events[0]
        guard case .sessionOpened(var opening) = event.body else { return }
        opening.asked = asked
        event.body = .sessionOpened(opening)

        let record = EventCoding.encode(event, bootMicros: 1)

        #expect(String(decoding: record.body, as: UTF8.self).contains("\"asked\"") == !asked.isEmpty)
        #expect(EventCoding.decode(record, number: event.number, at: event.at).event == event)
    }

    @Test func `says nothing of a time of observation that is the time of writing`() {
        var event = EventExamples.events[0]
        event.observedAtMicros = event.at.utcMicros
        let body = String(decoding: EventCoding.encode(event, bootMicros: 0).body, as: UTF8.self)

        #expect(!body.contains("observedAt"))
    }

    @Test(arguments: [
        ("n001:nurse", Author.staff(id: "n001", role: .nurse)),
        ("a:b:supervisor", .staff(id: "a:b", role: .supervisor)),
        ("device:monitor-3", .device(id: "monitor-3")), ("system", .system),
    ])
    func `names its author`(actor: String, author: Author) {
        let decoded = decode("criteria.met", "{}", actor: actor)

        #expect(decoded.event.author == author)
        #expect(decoded.problems.isEmpty)
    }

    @Test(arguments: ["n001:gardener", ":nurse", "nurse", nil]) func `blames nobody for an author it cannot read`(
        actor: String?
    ) {
        let decoded = decode("criteria.met", "{}", actor: actor)

        #expect(decoded.event.author == .device(id: actor ?? "?"))
        #expect(decoded.event.body == .criteriaMet)
        #expect(decoded.problems.map(\.key) == ["a"])
    }

    private func decode(_ kind: String, _ body: String, actor: String?) -> DecodedEvent {
        let record = RecordDraft(
            event: 0,
            kind: kind,
            utcMicros: 0,
            bootMicros: 0,
            actor: actor,
            body: Array(body.utf8)
        )
        return EventCoding.decode(record, number: 0, at: Moment(utcMicros: 0, sessionMicros: 0))
    }
}
