import Session
import TestSupport
import Testing

/// Whole sessions with everything that goes wrong in them, against the slow oracle.
///
/// `VIGIL_SEED` of a failure repeats it as the first sequence.
@Suite struct `Nothing that is typed` {
    /// How often the sequences came where it matters.
    private struct Tally {
        var sequences = 0
        var recorded = 0
        var ready = 0
        var started = 0
        var resumed = 0
        var alarms = 0
        var readyToLeave = 0
        var discharged = 0
        var returned = 0
        var couldLeave = 0
    }

    @Test func `ends an alarm, opens a gate, lets a patient leave or adds a dose but as the design says`() throws {
        var tally = Tally()
        var failures = 0
        for sequence in 0..<Sweep.count(20, whole: 100_000) {
            let seed = SeededRandom.runSeed &+ UInt64(sequence)
            tally.sequences += 1
            guard let difference = try difference(seed, &tally) else { continue }
            Issue.record("VIGIL_SEED=\(seed), \(difference)")
            failures += 1
            if failures == 8 { break }
        }
        print("safety of random sessions: VIGIL_SEED=\(SeededRandom.runSeed), \(tally)")
        #expect(tally.started * 2 > tally.sequences && tally.readyToLeave * 4 > tally.sequences)
        #expect(tally.discharged * 5 > tally.sequences && tally.resumed > 0 && tally.alarms > tally.sequences)
    }

    /// Where the program and the oracle differ first in a sequence; nil where they never do.
    private func difference(_ seed: UInt64, _ tally: inout Tally) throws -> String? {
        var run = try SafetyRun(seed: seed)
        for turn in 0..<90 where !run.isOver {
            var isChecked = false
            for command in run.turn() {
                let needs = needs(run, before: command)
                guard run.give(command) else { continue }
                count(run.newest, &tally)
                isChecked = true
                let differences = differences(run) + passed(run, needs)
                guard differences.isEmpty else {
                    return "turn \(turn): \(differences.joined(separator: "; ")) after \(run.newest.map(\.body))"
                }
            }
            let differences = isChecked ? [] : differences(run)
            guard differences.isEmpty else {
                return "turn \(turn), by time alone: \(differences.joined(separator: "; "))"
            }
        }
        tally.alarms += run.script.session.alarmEpisodes().count
        return nil
    }

    private func count(_ events: [Event], _ tally: inout Tally) {
        tally.recorded += events.count
        for event in events {
            switch event.body.kind {
            case "session.ready": tally.ready += 1
            case "infusion.started": tally.started += 1
            case "infusion.resumed": tally.resumed += 1
            case "session.readyToLeave": tally.readyToLeave += 1
            case "session.discharged": tally.discharged += 1
            case "session.returned": tally.returned += 1
            case "criteria.met": tally.couldLeave += 1
            default: break
            }
        }
    }

    /// What the oracle misses for a permission that a command asks for, before it is given.
    private func needs(_ run: SafetyRun, before command: Command) -> Set<String> {
        func oracle() -> SafetyOracle { SafetyOracle(run.script.session, run.alarms, at: run.script.now) }
        if case .declareReady = command { return oracle().ready() }
        if case .start = command { return oracle().starting() }
        if case .markReadyToLeave = command { return oracle().leaving() }
        if case .discharge = command { return oracle().discharging() }
        return []
    }

    /// A permission that was given against the oracle, and not as something that has already happened.
    private func passed(_ run: SafetyRun, _ needs: Set<String>) -> [String] {
        let isDeviation = run.newest.contains { $0.body.kind == "deviation.recorded" }
        return isDeviation || needs.isEmpty ? [] : ["permitted without \(needs.sorted())"]
    }

    /// Where the program and the oracle differ now.
    private func differences(_ run: SafetyRun) -> [String] {
        let (session, now) = (run.script.session, run.script.now)
        let oracle = SafetyOracle(session, run.alarms, at: now)
        var differences: [String] = []
        func compare(_ permission: Permission, _ wanted: Set<String>, but ignored: Set<String> = []) {
            let needs = session.needs(for: permission, at: now)
            let codes = Set(needs.map(\.code)).subtracting(ignored)
            guard codes != wanted else { return }
            differences.append("\(permission): \(codes.sorted()), the oracle \(wanted.sorted())")
        }
        switch session.phase {
        case .screening, .ready:
            compare(.ready, oracle.ready())
            compare(.start, oracle.starting(), but: ["ready"])
        case .dosing: compare(.raiseRate, oracle.raising())
        case .paused: compare(.resume, oracle.resuming())
        case .observing: compare(.readyToLeave, oracle.leaving())
        case .dischargeReady: compare(.discharge, oracle.discharging())
        case .discharged, .cancelled, .closed: break
        }
        let episodes = session.alarmEpisodes()
        let lines = episodes.map(AlarmOracle.Line.init).sorted { ($0.raisedBy, $0.key) < ($1.raisedBy, $1.key) }
        if lines != run.alarms.lines { differences.append("alarms \(lines), the oracle \(run.alarms.lines)") }
        let dose = oracle.dose()
        let given = session.dose(at: now)
        if given?.givenNanoliters != dose?.given || given?.programmedNanoliters != dose?.programmed {
            differences.append("given \(String(describing: given)), the oracle \(String(describing: dose))")
        }
        if let given, given.givenNanoliters > given.programmedNanoliters { differences.append("over the programme") }
        return differences
    }
}
