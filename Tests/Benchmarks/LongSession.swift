import Session
import TestSupport

/// A session of very many entries, of one of the makes in which a question could be slow.
///
/// What comes after the start is not decided: nothing of what is measured here asks how it came to be.
enum LongSession: String, CaseIterable {
    /// Checked in, with everything done many times over.
    case preparing = "preparing"
    /// Infusing, with a set every twenty notes, as the homes of the other benchmarks.
    case charting = "infusing, notes"
    /// Infusing, with everything: late sets, corrections, voids, scores, rates, pump figures, decisions.
    case mixed = "infusing, everything"
    /// Observed for most of it, in sets a minute apart that come late and are corrected at times.
    case observing = "observing, everything"

    private static let reason = Reason(code: "wrongValue", text: "wrong value")

    /// The session with so many entries, an entry every second.
    func make(_ count: Int) throws(Refusal) -> Session {
        var script = try SessionScript()
        switch self {
        case .preparing: break
        case .charting, .mixed: try script.startInfusing()
        case .observing:
            try script.finishDose()
            try script.give(.answerDischarge(passedDischargeList(script.session.rules)))
        }
        while script.session.nextNumber < count {
            script.wait(minutes: 0, seconds: 1)
            let number = script.session.nextNumber
            let (body, minutesLate) = entry(number, script.session)
            script.session.apply(
                Event(
                    number: number,
                    at: script.now,
                    observedAtMicros: minutesLate == 0 ? nil : script.now.utcMicros - minutesLate * Micros.perMinute,
                    author: script.nurse,
                    body: body
                )
            )
        }
        return script.session
    }

    /// What is entered, and how many minutes late.
    private func entry(_ number: Int, _ session: Session) -> (body: Event.Body, minutesLate: Int64) {
        let note = Event.Body.noteRecorded("Resting comfortably, eyes closed, \(number)")
        let vitals = Event.Body.vitalsRecorded(sampleVitals(128 + number % 9, 80, heartRate: 74 + number % 5))
        switch self {
        case .charting: return (number % 20 == 0 ? vitals : note, 0)
        case .preparing, .mixed, .observing: break
        }
        switch number % 60 {
        case 3: return (.entryAmended(target: number - 3, replacement: vitals, reason: Self.reason), 0)
        case 7: return (.entryVoided(target: number - 1, reason: Self.reason), 0)
        case 11: return (vitals, 4)
        case 13: return (.dissociationRecorded(Dissociation(score: number % 3, isDistressed: false, moaas: 5)), 0)
        case 17: return (.infusionVolumeRead(volumeNanoliters: 1_000_000, stillInfuses: true), 0)
        case 19: return (.accessChecked(isPatent: true, text: ""), 0)
        case 23:
            let list = self == .preparing ? clearScreening(session.rules) : passedDischargeList(session.rules)
            return (self == .preparing ? .screeningAnswered(list) : .checklistAnswered(list), 0)
        case 29:
            let decision = Override(on: [.escort], prescriber: "Dr Lind", way: .written, text: "goes on")
            return (.overrideGranted(decision), 0)
        case 31 where self == .mixed:
            return (.infusionRateChanged(rateMicrolitersPerHour: 50_000 + number % 7 * 1000), 0)
        case 37 where self == .preparing: return (.orderPlaced(sampleOrder()), 0)
        default: return (number % 6 == 0 ? vitals : note, 0)
        }
    }
}
