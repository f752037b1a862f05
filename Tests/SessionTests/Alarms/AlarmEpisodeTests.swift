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

        let alarm = try #require(script.session.alarmEpisodes().first { $0.subject == .parameter(.systolicMmHg) })
        #expect(alarm.raisedBy == raised && alarm.sinceMicros == raisedAt)
        #expect(alarm.firstOut.value == "165")
        #expect(alarm.reached == .high)
        #expect(alarm.present == nil)
        #expect(alarm.endedBy == ended && alarm.untilMicros == script.now.sessionMicros)
        let standing = script.session.alarmEpisodes(upTo: ended).first { $0.subject == .parameter(.systolicMmHg) }
        #expect(standing?.present?.value == "185", "as the nurse saw it before the last set")
    }

    @Test func `that is raised again is another one`() throws {
        var script = try infusing()
        for systolic in [165, 130, 165] {
            script.wait(minutes: 5)
            try script.give(.recordVitals(sampleVitals(systolic, 88), observedAtMicros: nil))
        }
        let alarms = script.session.alarmEpisodes().filter { $0.subject == .parameter(.systolicMmHg) }
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
            var oracle = Oracle()
            for count in 1...session.entries.count {
                oracle.take(Session(id: "s", rules: session.rules, events: Array(session.entries.prefix(count))))
                let episodes = session.alarmEpisodes(upTo: count)
                #expect(episodes.map(\.raisedBy) == episodes.map(\.raisedBy).sorted())
                let lines = episodes.map(Oracle.line).sorted { ($0.raisedBy, $0.key) < ($1.raisedBy, $1.key) }
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
            let back = Bool.random(using: &random) ? nil : Int64.random(in: 0...6, using: &random) * Micros.perMinute
            let at = back.map { max(SessionScript.morning, script.now.utcMicros - $0) }
            var vitals = sampleVitals(
                Int.random(in: 80...190, using: &random),
                Int.random(in: 50...79, using: &random),
                heartRate: Int.random(in: 42...125, using: &random),
                spo2: Int.random(in: 86...100, using: &random)
            )
            vitals.confirmedUnusual = true
            if Bool.random(using: &random) { vitals[.moaas] = nil }
            if Int.random(in: 0..<6, using: &random) == 0 { vitals[.spo2Percent] = .unmeasurable(.noReading) }
            let note = Dissociation(
                score: Int.random(in: 0...4, using: &random),
                isDistressed: Int.random(in: 0..<4, using: &random) == 0,
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

    /// Alarms by the slow way: what stands after each entry, judged from the whole session anew.
    private struct Oracle {
        private var open: [String: Int] = [:]
        private(set) var lines: [Line] = []

        struct Line: Equatable {
            var key: String
            var reached: AlarmCondition.Priority
            var present: String?
            var raisedBy: Int
            var endedBy: Int?
            var untilMicros: Int64?
        }

        static func line(_ episode: AlarmEpisode) -> Line {
            Line(
                key: key(episode.firstOut),
                reached: episode.reached,
                present: episode.present.map { "\($0.priority) \($0.message)" },
                raisedBy: episode.raisedBy,
                endedBy: episode.endedBy,
                untilMicros: episode.untilMicros
            )
        }

        private static func key(_ condition: AlarmCondition) -> String { "\(condition.subject)" }

        mutating func take(_ session: Session) {
            guard let last = session.entries.last else { return }
            var newest = Vitals()
            for parameter in Parameter.allCases { newest[parameter] = session.latest(parameter)?.reading }
            var now: [String: (priority: AlarmCondition.Priority, words: String)] = [:]
            for condition in session.conditions(of: newest) {
                now[Self.key(condition)] = (condition.priority, "\(condition.priority) \(condition.message)")
            }
            if let mind = session.latestDissociation?.value {
                let medium = AlarmCondition.Priority.medium
                if mind.isDistressed { now["\(AlarmCondition.Subject.distress)"] = (medium, "\(medium) DISTRESS") }
                if mind.score == 4 {
                    now["\(AlarmCondition.Subject.dissociation)"] = (medium, "\(medium) dissociation 4, unreachable")
                }
            }
            for (key, place) in open where now[key] == nil {
                lines[place].present = nil
                lines[place].endedBy = last.number
                lines[place].untilMicros = last.at.sessionMicros
                open[key] = nil
            }
            for (key, found) in now {
                guard let place = open[key] else { continue }
                lines[place].present = found.words
                lines[place].reached = max(lines[place].reached, found.priority)
            }
            // Those that one entry raises stand in the order of their words, here as in what is compared.
            for (key, found) in now.sorted(by: { $0.key < $1.key }) where open[key] == nil {
                open[key] = lines.count
                lines.append(Line(key: key, reached: found.priority, present: found.words, raisedBy: last.number))
            }
        }
    }
}
