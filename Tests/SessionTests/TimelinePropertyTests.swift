import Session
import TestSupport
import Testing

@Suite struct `Whatever is entered at whatever time` {
    private static let reason = Reason(code: "bp", text: "BP high")

    private struct Run {
        var script: SessionScript
        var random: SeededRandom

        mutating func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

        /// A time of the last 20 min but not before check-in, in whole steps; now as often.
        mutating func time() -> Int64? {
            guard below(2) == 0 else { return nil }
            let most = min(60, Int(script.now.sessionMicros / TimelineOracle.stepMicros))
            return script.now.utcMicros - Int64(below(most + 1)) * TimelineOracle.stepMicros
        }

        /// A command, its own time, and the kind of step it would be.
        mutating func command() -> (command: Command, observed: Int64?, kind: String) {
            let at = time()
            let reason = `Whatever is entered at whatever time`.reason
            switch below(13) {
            case 0, 1: return (.start(samplePump(), observedAtMicros: at), at, "infusion.started")
            case 2, 3: return (.pause(nil, observedAtMicros: at), at, "infusion.paused")
            case 4, 5:
                let resume = Command.resume(pauseReason: reason, prescriberDecision: "Dr Lind", observedAtMicros: at)
                return (resume, at, "infusion.resumed")
            case 6:
                let rate = 30_000 + 10_000 * below(4)
                let change = Command.changeRate(rateMicrolitersPerHour: rate, observedAtMicros: at)
                return (change, at, "infusion.rateChanged")
            case 7:
                guard below(3) == 0 else { return (void(), nil, "void") }
                return (.stop(.completed, observedAtMicros: at), at, "infusion.stopped")
            case 8: return (.readVolume(volumeNanoliters: 1_000_000, stillInfuses: true), nil, "infusion.volumeRead")
            case 9:
                return (
                    .alreadyHappened(.markReadyToLeave, reason: reason, observedAtMicros: at), at,
                    "session.readyToLeave"
                )
            case 10:
                return (
                    .alreadyHappened(.worsen(text: ""), reason: reason, observedAtMicros: at), at, "session.worsened"
                )
            case 11:
                return (
                    .alreadyHappened(.comeBack(text: ""), reason: reason, observedAtMicros: at), at, "session.returned"
                )
            default: return (void(), nil, "void")
            }
        }

        /// A void of one of the last entries, or the reason of a pause given later.
        mutating func void() -> Command {
            let target = script.session.nextNumber - 1 - below(min(8, script.session.nextNumber))
            let reason = `Whatever is entered at whatever time`.reason
            if case .infusionPaused = script.session.entries[target].body, below(2) == 0 {
                return .amend(target: target, replacement: .infusionPaused(reason), reason: reason)
            }
            return .void(target: target, reason: reason)
        }
    }

    @Test func `word, dose and clocks agree, intervals never overlap and no change is ignored`() throws {
        let sequences = Sweep.count(60, whole: 100_000)
        var taken = 0
        for sequence in 0..<sequences {
            let seed = SeededRandom.runSeed &+ UInt64(sequence)
            var run = Run(script: try SessionScript(), random: SeededRandom(seed: seed))
            try run.script.prepareToStart()
            for turn in 0..<40 {
                let steps = run.below(12)
                run.script.wait(minutes: 0, seconds: steps * 20)
                try #require(try step(&run, &taken), "VIGIL_SEED=\(seed), turn \(turn)")
            }
        }
        #expect(taken > sequences * 8, "the sequences hardly do anything: \(taken)")
    }

    /// One command; false where it left a contradiction or was refused without one.
    private func step(_ run: inout Run, _ taken: inout Int) throws -> Bool {
        let next = run.command()
        var refusal = run.script.refusal(of: next.command)
        var command = next.command
        if case .missing? = refusal {
            command = .alreadyHappened(next.command, reason: Self.reason, observedAtMicros: next.observed)
            refusal = run.script.refusal(of: command)
        }
        guard let refusal else {
            try run.script.give(command)
            taken += 1
            return agrees(run.script)
        }
        switch refusal {
        case .outOfRange: return contradicts(run.script, next.kind, next.observed)
        case .notPossible, .wrongState: return agrees(run.script)
        case .missing, .unusual:
            Issue.record("\(command): \(refusal)")
            return false
        }
    }

    private func agrees(_ script: SessionScript) -> Bool {
        let (session, now) = (script.session, script.now.sessionMicros)
        let oracle = TimelineOracle(session)
        guard let state = oracle.state() else { return false }
        let curve = session.curve
        let given = oracle.givenNanoliters(at: now)
        let places: [String: (phases: [Phase], curve: DoseCurve.State)] = [
            "before": ([.screening, .ready], .notStarted), "runs": ([.dosing], .running),
            "paused": ([.paused], .paused),
            "ended": ([.observing], .stopped), "ready": ([.dischargeReady], .stopped),
            "left": ([.discharged], .stopped),
        ]
        guard let place = places[state.word] else { return false }
        let isPaused = state.word == "paused"
        let isOver = ["ended", "ready", "left"].contains(state.word)
        return place.phases.contains(session.phase) && curve.state(at: now) == place.curve
            && session.pausedSinceMicros == (isPaused ? oracle.newest("infusion.paused") : nil)
            && session.doseStartMicros == oracle.newest("infusion.started")
            && session.doseEndMicros == (isOver ? oracle.newest("infusion.stopped") : nil)
            && curve.givenNanoliters(at: now) == given && given <= state.volume
            && (curve.rateMicrolitersPerHour(at: now) == 0 || state.word == "runs")
            && session.openList.allSatisfy { $0.kind != .contradiction }
    }

    /// Whether a step at a time contradicts the others, by the oracle.
    private func contradicts(_ script: SessionScript, _ kind: String, _ observed: Int64?) -> Bool {
        var oracle = TimelineOracle(script.session)
        let micros = (observed ?? script.now.utcMicros) - SessionScript.morning
        oracle.steps.append(.init(number: script.session.nextNumber, micros: micros, kind: kind))
        return oracle.state() == nil
    }
}
