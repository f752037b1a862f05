import Session
import TestSupport
import Testing

@Suite struct `What time alone makes happen` {
    /// A patient who meets the criteria, by events of which the last was cut off.
    private func cutOff() throws -> (session: Session, now: Moment) {
        var script = try SessionScript()
        try script.recover()
        let met = try #require(script.session.entries.last { $0.body == .criteriaMet })
        let events = Array(script.session.entries.prefix(met.number))
        return (Session(id: "s", rules: script.session.rules, events: events), script.now)
    }

    @Test func `is nothing before, during and after an ordinary session`() throws {
        var script = try SessionScript()
        #expect(script.session.due(at: script.now).isEmpty && script.session.nextDeadline == nil)
        try script.closeAll()
        for count in 1...script.session.entries.count {
            let entries = Array(script.session.entries.prefix(count))
            let session = Session(id: "s", rules: script.session.rules, events: entries)
            // Between an entry and what it brings about there is no time: they go to disk in one batch.
            if count < script.session.entries.count, script.session.entries[count].body == .criteriaMet { continue }
            #expect(session.due(at: script.now).isEmpty, "after entry \(count - 1)")
        }
    }

    @Test func `makes up for an entry that a stop cut off, once, at the time it belongs to`() throws {
        var (session, now) = try cutOff()
        let last = try #require(session.entries.last)
        #expect(session.nextDeadline == last.at.sessionMicros)
        #expect(session.due(at: now) == [.noteCriteria])

        let events = try session.decided(.noteCriteria, by: .system, at: now)
        for event in events { session.apply(event) }

        #expect(events.map(\.body) == [.criteriaMet])
        #expect(events.first?.source == .system)
        #expect(events.first?.observedAtMicros == last.at.utcMicros)
        #expect(session.due(at: now).isEmpty && session.nextDeadline == nil)
    }

    @Test func `belongs to the entry that met the criteria, whatever was noted after it`() throws {
        let cut = try cutOff()
        var session = cut.session
        let met = try #require(session.entries.last)
        var later = cut.now
        for command in [
            Command.recordNote("asks for water", observedAtMicros: nil),
            .noteStationOff(fromUTCMicros: met.at.utcMicros, toUTCMicros: later.utcMicros),
        ] {
            later.utcMicros += Micros.perMinute
            later.sessionMicros += Micros.perMinute
            // As a log holds them that lost the entry between.
            let events = try session.decided(command, by: .system, at: later)
            for event in events where event.body != .criteriaMet { session.apply(event) }
        }
        let events = try session.decided(.noteCriteria, by: .system, at: later)
        #expect(events.map(\.observedAtMicros) == [met.at.utcMicros])
    }

    @Test func `is not left to what a void or a late stop makes true: that is in their own batch`() throws {
        var script = try SessionScript()
        try script.finishDose()
        script.wait(minutes: 60)
        try script.give(.recordVitals(sampleVitals(124, 80), observedAtMicros: nil))
        script.wait(minutes: 15)
        try script.give(.recordVitals(recoveredVitals(122, 78), observedAtMicros: nil))
        try script.give(.recordDissociation(Dissociation(score: 0, moaas: 5), observedAtMicros: nil))
        let wrong = try script.give(.recordDissociation(Dissociation(score: 3, moaas: 5), observedAtMicros: nil))[0]
        try script.give(.answerDischarge(passedDischargeList(script.session.rules)))
        let reason = Reason(code: "wrongPatient", text: "wrong patient")
        let events = try script.give(.void(target: wrong.number, reason: reason))
        #expect(events.map(\.body.kind) == ["entry.voided", "criteria.met"])
    }

    @Test func `is refused where it is not due`() throws {
        let script = try SessionScript()
        #expect(throws: Refusal.self) { try script.session.decided(.noteCriteria, by: .system, at: script.now) }
    }
}
