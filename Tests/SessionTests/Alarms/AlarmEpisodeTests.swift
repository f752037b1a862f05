import Session
import TestSupport
import Testing

@Suite struct `An alarm` {
    private func infusing() throws -> SessionScript {
        var script = try SessionScript()
        try script.startInfusing()
        return script
    }

    @Test func `lasts from the entry that raised it to the one that ended it`() throws {
        var script = try infusing()
        script.wait(minutes: 5)
        let raised = try script.give(.recordVitals(sampleVitals(165, 88), observedAtMicros: nil))[0].number
        let raisedAt = script.now.sessionMicros
        script.wait(minutes: 5)
        try script.give(.recordVitals(sampleVitals(185, 88), observedAtMicros: nil))
        script.wait(minutes: 5)
        var better = sampleVitals(130, 80)
        better.confirmedUnusual = true
        let ended = try script.give(.recordVitals(better, observedAtMicros: nil))[0].number

        let alarm = try #require(script.session.alarmEpisodes().first { $0.subject == .pressure })
        #expect(alarm.raisedBy == raised && alarm.sinceMicros == raisedAt)
        #expect(alarm.firstOut.value == "165")
        #expect(alarm.reached == .high)
        #expect(alarm.present == nil)
        #expect(alarm.endedBy == ended && alarm.untilMicros == script.now.sessionMicros)
        let standing = script.session.alarmEpisodes(upTo: ended).first { $0.subject == .pressure }
        #expect(standing?.present?.value == "185", "as the nurse saw it before the last set")
    }

    @Test func `that is raised again is another one`() throws {
        var script = try infusing()
        for systolic in [165, 130, 165] {
            script.wait(minutes: 5)
            try script.give(.recordVitals(sampleVitals(systolic, 88), observedAtMicros: nil))
        }
        let alarms = script.session.alarmEpisodes().filter { $0.subject == .pressure }
        #expect(alarms.map { $0.present == nil } == [true, false])
    }

    @Test func `of a mistyped value is ended by its correction, and stays in the list`() throws {
        var script = try infusing()
        script.wait(minutes: 5)
        let set = try script.give(.recordVitals(sampleVitals(190, 88), observedAtMicros: nil))[0].number
        let reason = Reason(code: "wrongValue", text: "wrong value")
        let amendment = try script.give(
            .amend(target: set, replacement: .vitalsRecorded(sampleVitals(130, 88)), reason: reason)
        )[0].number
        #expect(script.session.standingAlarms.isEmpty)
        #expect(script.session.alarmEpisodes().map(\.endedBy).allSatisfy { $0 == amendment })
        #expect(!script.session.alarmEpisodes().isEmpty)
    }

    /// Sessions of random entries, late ones, corrections and voids among them.
    @Test func `is what evaluating every prefix anew says it is`() throws {
        var random = SeededRandom("alarms of random sessions")
        for _ in 0..<60 {
            let session = try Self.session(&random)
            var oracle = AlarmOracle()
            for count in 1...session.entries.count {
                oracle.take(Session(id: "s", rules: session.rules, events: Array(session.entries.prefix(count))))
                let episodes = session.alarmEpisodes(upTo: count)
                #expect(episodes.map(\.raisedBy) == episodes.map(\.raisedBy).sorted())
                let lines = episodes.map(AlarmOracle.Line.init).sorted { ($0.raisedBy, $0.key) < ($1.raisedBy, $1.key) }
                #expect(lines == oracle.lines, "VIGIL_SEED=\(random.seed)")
            }
        }
    }

    private static func session(_ random: inout SeededRandom) throws -> Session {
        var script = try SessionScript()
        try script.startInfusing()
        let reason = Reason(code: "wrongValue", text: "wrong value")
        for _ in 0..<30 {
            script.wait(minutes: Int.random(in: 0...4, using: &random))
            let back = Bool.random(using: &random) ? nil : Int64.random(in: 0...9, using: &random) * Micros.perMinute
            let at = back.map { max(SessionScript.morning, script.now.utcMicros - $0) }
            var vitals = sampleVitals(
                Int.random(in: 80...190, using: &random),
                Int.random(in: 50...79, using: &random),
                heartRate: Int.random(in: 42...125, using: &random),
                spo2: Int.random(in: 86...100, using: &random)
            )
            vitals.confirmedUnusual = true
            if Bool.random(using: &random) { vitals[.moaas] = nil }
            let odd: [Reading] = [.unmeasurable(.noReading), .unmeasurable(.high), .notDone(reason: "asleep")]
            for parameter in [Parameter.spo2Percent, .systolicMmHg, .heartRatePerMin]
            where Int.random(in: 0..<8, using: &random) == 0 { vitals[parameter] = odd.randomElement(using: &random) }
            let note = Dissociation(
                score: Int.random(in: 0...4, using: &random),
                isDistressed: [nil, nil, false, true].randomElement(using: &random) ?? nil,
                moaas: [nil, 2, 5].randomElement(using: &random) ?? nil
            )
            let target = Int.random(in: 1..<script.session.entries.count, using: &random)
            let commands: [Command] = [
                .recordVitals(vitals, observedAtMicros: at), .recordVitals(vitals, observedAtMicros: nil),
                .recordDissociation(note, observedAtMicros: at), .void(target: target, reason: reason),
                .amend(target: target, replacement: .vitalsRecorded(vitals), reason: reason),
                .amend(target: target, replacement: .dissociationRecorded(note), reason: reason),
                .recordNote("calm", observedAtMicros: nil),
            ]
            // What cannot be corrected is refused; the session goes on.
            if let command = commands.randomElement(using: &random) { _ = try? script.give(command) }
        }
        return script.session
    }
}
