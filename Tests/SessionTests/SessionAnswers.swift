import Session
import TestSupport

/// Everything that can be asked of a session, with its answers at a moment.
///
/// Two sessions that answer alike are one to whoever asks, however each came by its state.
struct SessionAnswers {
    private(set) var answers: [(question: String, answer: AnyHashable)] = []

    init(_ session: Session, at now: Moment) {
        askEntries(session)
        askPeople(session, at: now)
        askDrug(session, at: now)
        askReadings(session, at: now)
        askGates(session, at: now)
        askDecisions(session, at: now)
    }

    /// The questions that are answered otherwise, with both answers.
    func differences(from other: SessionAnswers) -> [String] {
        zip(answers, other.answers).compactMap { mine, theirs in
            mine.answer == theirs.answer ? nil : "\(mine.question): \(mine.answer), not \(theirs.answer)"
        }
    }

    private mutating func note(_ question: String, _ answer: some Hashable & Sendable) {
        answers.append((question, AnyHashable(answer)))
    }

    private mutating func askEntries(_ session: Session) {
        note("id", session.id)
        note("phase", session.phase)
        note("entries", Array(session.entries))
        note("nextNumber", session.nextNumber)
        note("entry", session.entries.indices.map { session.entry($0) })
        note("effectiveEntries", session.effectiveEntries)
        note("opening", session.opening)
        note("patient", session.patient)
        note("chair", session.chair)
        note("zone", session.zone)
        note("zoneName", session.zoneName)
        note("closedAt", session.closedAtUTCMicros)
        note("known", KnownPatient(session))
        note("stationOff", session.lastStationOff.map { [$0.fromMicros, $0.toMicros] })
        note("alarmEpisodes", session.alarmEpisodes())
        note("alarmEpisodes before", session.alarmEpisodes(upTo: session.nextNumber / 2))
        note("standingAlarms", session.standingAlarms)
    }

    private mutating func askPeople(_ session: Session, at now: Moment) {
        note("identified", session.isIdentified)
        note("screeningAnswers", session.screeningAnswers)
        note("screeningFindings", session.screeningFindings.map { [$0.item.id, "\($0.answer)", "\($0.consequence)"] })
        note("dischargeAnswers", session.dischargeAnswers(at: now))
        note("dissociationBack", session.isDissociationBack)
        note("openList", session.openList)
        note("weightDifference", session.weightDifference)
        note("isBeforeArrival", session.isBeforeArrival(now.utcMicros - Micros.perHour))
    }

    private mutating func askDrug(_ session: Session, at now: Moment) {
        note("accessLines", session.accessLines)
        note("linesInArm", session.linesInArm)
        note("hasAccess", session.hasAccess)
        note("containers", session.containers)
        note("containersOnBalance", session.containersOnBalance)
        note("balances", session.balances)
        note("drugExplanations", session.drugExplanations)
        note("codes", session.containers.map { session.code(of: $0) })
        note("timeoutReading", session.timeoutReading)
        note("dose", session.dose(at: now))
        note("dose before", session.dose(at: before(now)))
        note("curve", session.curve)
        note("completion", session.curve.completionMicros)
        note("mustTellPump", session.mustTellPump)
        note("doseStart", session.doseStartMicros)
        note("doseEnd", session.doseEndMicros)
        note("pausedSince", session.pausedSinceMicros)
        note("pauseNeedsDecision", session.pauseNeedsDecision(at: now))
        note("earliestLeaving", session.earliestLeavingMicros)
        note("pump", session.pump)
        note("order", session.order)
        note("notAsOrdered", session.notAsOrdered(at: now))
        note("check", session.check(sampleOrder()).questions)
        note("problems", session.problems(of: sampleContainer()))
    }

    private mutating func askReadings(_ session: Session, at now: Moment) {
        note("vitalsSets", Array(session.vitalsSets))
        note("latest", Parameter.allCases.map { session.latest($0) })
        note("baseline", session.baseline)
        note("limits", session.limits)
        note("goAheadLimits", session.goAheadLimits)
        note("notes", session.notesByTime.map(\.note))
        note("note entries", session.notesByTime.map(\.entry))
        note("latestDissociation", session.latestDissociation?.value)
        note("latestDissociation entry", session.latestDissociation?.entry)
        note("conditions", session.vitalsSets.map { session.conditions(of: $0.vitals) })
        note("overdue", session.overdue(at: now).map { ["\($0.parameter)", "\($0.ageMicros)"] })
        note("vitalsDue", session.vitalsDue(at: now))
        note("vitalsDue before", session.vitalsDue(at: before(now)))
        note("dissociationDue", session.dissociationDue(at: now))
    }

    private mutating func askGates(_ session: Session, at now: Moment) {
        for permission in Permission.allCases {
            note("needs \(permission)", session.needs(for: permission, at: now))
        }
        let reason = Reason(code: "highBloodPressure", text: "BP high")
        note("needs resume for a reason", session.needs(for: .resume, at: now, pauseReason: reason))
        note("criteria", session.criteria(at: now))
        note("due", session.due(at: now))
        note("nextDeadline", session.nextDeadline)
    }

    /// What a few commands record or are refused with; each ends at a time that has come.
    private mutating func askDecisions(_ session: Session, at now: Moment) {
        let reason = Reason(code: "wrongValue", text: "wrong value")
        let earlier = now.utcMicros - 3 * Micros.perMinute
        let last = session.nextNumber - 1
        let commands: [Command] = [
            .recordVitals(sampleVitals(), observedAtMicros: earlier), .pause(reason, observedAtMicros: nil),
            .resume(pauseReason: reason, prescriberDecision: "Dr Lind"), .stop(.completed, observedAtMicros: earlier),
            .changeRate(rateMicrolitersPerHour: 90_000, observedAtMicros: nil), .declareReady, .start(samplePump()),
            .void(target: last, reason: reason), .void(target: last / 2, reason: reason), .markReadyToLeave,
            .placeOrder(sampleOrder(), confirmedUnusual: true), .noteCriteria, .close,
        ]
        for command in commands {
            do throws(Refusal) {
                note("\(command)", try session.decided(command, by: sampleAuthor, at: now))
            } catch {
                note("\(command)", error)
            }
        }
    }

    private let sampleAuthor = Author.staff(id: "n001", role: .nurse)

    private func before(_ now: Moment) -> Moment {
        Moment(utcMicros: now.utcMicros - 9 * Micros.perMinute, sessionMicros: now.sessionMicros - 9 * Micros.perMinute)
    }
}
