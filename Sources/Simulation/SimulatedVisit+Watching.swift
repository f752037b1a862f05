import Session
import Station

extension SimulatedVisit {
    private static let words = [
        "eyes closed, calm", "feels floating", "music on, comfortable", "talks slowly, oriented", "far away, smiles",
    ]

    /// What is due now: a set of vitals, or a look at the patient's mind.
    mutating func watch(_ session: Session, at now: Moment) -> Command? {
        if let series {
            if let set = nextSet(series, session), dueMicros(of: set, session) <= now.sessionMicros {
                return .recordVitals(set.vitals, observedAtMicros: nil)
            }
        } else if let due = session.vitalsDue(at: now), due.atSessionMicros <= now.sessionMicros {
            return .recordVitals(vitals(session, at: now), observedAtMicros: nil)
        }
        if let due = session.dissociationDue(at: now), due.atSessionMicros <= now.sessionMicros {
            return .recordDissociation(dissociation(session, at: now), observedAtMicros: nil)
        }
        return nil
    }

    /// When something will be due, in session time; a minute at the least, so that time goes on.
    func nextWatch(_ session: Session, at now: Moment) -> Int64 {
        var times: [Int64] = []
        if let series {
            if let set = nextSet(series, session) { times.append(dueMicros(of: set, session)) }
        } else if let due = session.vitalsDue(at: now) {
            times.append(due.atSessionMicros)
        }
        if let due = session.dissociationDue(at: now) { times.append(due.atSessionMicros) }
        let soonest = times.filter { $0 > now.sessionMicros }.min() ?? .max
        return min(soonest, now.sessionMicros + 5 * Micros.perMinute)
    }

    mutating func vitals(_ session: Session, at now: Moment) -> Vitals {
        let minutes = minutesOfDose(session, at: now)
        if let series, let set = nextSet(series, session) ?? series.sets.last { return set.vitals }
        return session.phase == .dosing
            ? patient.vitals(minutes: minutes, &random) : patient.fullVitals(minutes: minutes, &random)
    }

    /// The baseline; of a series its first set, with what no monitor measures.
    mutating func baselineVitals(_ session: Session) -> Vitals {
        var vitals = patient.fullVitals(minutes: nil, &random)
        if session.rules.baseline.required.contains(.rass) { vitals[.rass] = .value(0) }
        if let first = series?.sets.first {
            // What no monitor measures is the simulated patient's own.
            for (parameter, reading) in first.vitals.readings where reading.value != nil { vitals[parameter] = reading }
        }
        return vitals
    }

    mutating func dissociation(_ session: Session, at now: Moment) -> Dissociation {
        let score = patient.dissociation(minutes: minutesOfDose(session, at: now))
        let words = score == 0 ? "clear, oriented" : Self.words[Int(random.next() % UInt64(Self.words.count))]
        return Dissociation(score: score, moaas: score >= 2 ? 4 : 5, text: words)
    }

    /// Now and then a note, or a value mistyped and put right.
    mutating func extra(_ session: Session, at now: Moment) -> Command? {
        guard series == nil else { return nil }
        switch random.next() % 24 {
        case 0, 1:
            let notes = session.rules.quickNotes
            guard !notes.isEmpty else { return nil }
            return .recordNote(notes[Int(random.next() % UInt64(notes.count))], observedAtMicros: nil)
        case 2:
            guard let last = session.vitalsSets.last, !last.isAmended,
                let reason = session.rules.reasons.correction.first,
                let rate = last.vitals.value(.heartRatePerMin)
            else { return nil }
            var right = last.vitals
            right[.heartRatePerMin] = .value(rate + 1)
            right.confirmedUnusual = true
            return .amend(target: last.number, replacement: .vitalsRecorded(right), reason: reason)
        default:
            return nil
        }
    }

    /// Whether the newest blood pressure is so old, or there is none.
    func isStale(_ session: Session, at now: Moment, minutes: Int64) -> Bool {
        guard let last = session.vitalsSets.last(where: \.vitals.hasBloodPressure) else { return true }
        return now.sessionMicros - last.observedSessionMicros >= minutes * Micros.perMinute
    }

    /// Whether the visit rests on a series and that has ended.
    func isSeriesOver(_ session: Session, at now: Moment) -> Bool {
        guard let series, let start = session.doseStartMicros else { return false }
        return now.sessionMicros - start > Int64(series.endSecond + 60) * Micros.perSecond
    }

    /// The first set of the series that has not been tried; each is tried once, in order.
    private func nextSet(_ series: VitalsSeries, _ session: Session) -> VitalsSeries.Measurement? {
        triedSets < series.sets.count ? series.sets[triedSets] : nil
    }

    private func dueMicros(of set: VitalsSeries.Measurement, _ session: Session) -> Int64 {
        (session.doseStartMicros ?? 0) + Int64(set.second) * Micros.perSecond
    }
}
