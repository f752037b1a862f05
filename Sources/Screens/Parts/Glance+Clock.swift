import Canvas
import Session
import Wording

extension Glance {
    /// The clock that matters in this phase: the infusion, the pause, the observation, or the time since check-in.
    var clock: GlanceClock {
        switch phase {
        case .dosing, .paused: infusionClock
        case .observing: observationClock
        case .screening, .ready, .dischargeReady, .discharged, .cancelled, .closed:
            GlanceClock(
                part: 0,
                whole: 1,
                words: [.label("since check-in "), Span(Words.age(now.sessionMicros))],
                role: phase.role
            )
        }
    }

    /// Time since the start against the time the end is expected, and the volume as the bar.
    private var infusionClock: GlanceClock {
        guard let dose, let start = session.doseStartMicros else {
            return GlanceClock(part: 0, whole: 1, words: [], role: phase.role)
        }
        let elapsed = age(start)
        // What changes every second stands in plain text everywhere: a terminal then need not change its colours.
        var words: [Span] = [Span(Words.elapsed(elapsed))]
        if let since = session.pausedSinceMicros {
            words = [Span("paused ", Style(.statePaused)), Span(Words.elapsed(age(since)))]
        } else if let end = calculatedEndMicros, dose.isCompleteByCalculation {
            // The clock runs on, the dose does not: how long it is over is what asks for somebody.
            words = [
                .label("ended "), .value(clock(ofUTC: utc(ofSession: end))), .label(" calc, "),
                Span("\(Words.age(age(end))) over", Style(.caution)),
            ]
        } else if let remaining = dose.remainingMicros {
            words.append(.label(" / " + Words.countdown(elapsed + remaining)))
        }
        return GlanceClock(
            part: Int64(dose.givenNanoliters),
            whole: Int64(dose.programmedNanoliters),
            words: words,
            role: phase.role
        )
    }

    /// Time since the dose ended against the minimum stay.
    private var observationClock: GlanceClock {
        guard let end = session.doseEndMicros, let earliest = session.earliestLeavingMicros else {
            return GlanceClock(part: 0, whole: 1, words: [], role: phase.role)
        }
        let left = earliest - now.sessionMicros
        let words: [Span] =
            left > 0
            ? [
                .label("leaves from "), .value(Words.clock(doseEndUTCMicros + earliest - end, zone)), .label(" in "),
                Span(Words.remaining(left)),
            ]
            : [Span("minimum stay over", Style(.good))]
        return GlanceClock(part: age(end), whole: max(1, earliest - end), words: words, role: phase.role)
    }

    /// When the programmed volume was in by calculation, in session time; nil while it is not.
    var calculatedEndMicros: Int64? { session.curve.completionMicros.flatMap { $0 <= now.sessionMicros ? $0 : nil } }

    /// When the dose ended, as it was entered: session time and back would lose part of a second, and so a minute.
    var doseEndUTCMicros: Int64 {
        let stop = session.newest(.infusion) { if case .infusionStopped = $0 { true } else { nil } }
        return stop?.entry.observedUTCMicros ?? session.doseEndMicros.map(utc(ofSession:)) ?? now.utcMicros
    }

    /// The local time of an entry, with its date where that is not today's.
    func clock(ofUTC micros: Int64) -> String { Words.clock(micros, zone, seenFrom: now.utcMicros) }

    /// The session time of an instant, as UTC microseconds.
    func utc(ofSession micros: Int64) -> Int64 { now.utcMicros + micros - now.sessionMicros }
}
