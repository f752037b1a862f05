import Canvas
import Session
import Wording

/// The short lines that tiles and panels share.
extension Glance {
    /// `SAVING`, `NOT SAVED`, or nothing.
    var savingWords: [Span] {
        guard isSaving else { return [] }
        return [isFailing ? Span("NOT SAVED", Style(.fault, .bold)) : Span("saving", Style(.saving))]
    }

    /// `BP 142/88 2 min`, or in its short form `BP 142/88 2m`.
    ///
    /// The age always stands with the value.
    func bloodPressure(isShort: Bool = false) -> [Span] {
        guard let latest = latest(.systolicMmHg), let words = pressure else { return [.label("BP --")] }
        return [
            .label("BP "), Span(words, style(of: .systolicMmHg, latest)),
            ageSpan(latest.observedSessionMicros, isShort),
        ]
    }

    /// `HR 84`, with its age where it is not of the newest set.
    func figure(_ parameter: Parameter) -> [Span] {
        let name = parameter.label + " "
        guard let latest = latest(parameter) else { return [.label(name + "--")] }
        var line: [Span] = [
            .label(name), Span(Words.short(latest.reading, of: parameter), style(of: parameter, latest)),
        ]
        // Without an age of its own a figure is as old as the pressure beside it.
        if latest.observedSessionMicros != sets.last?.observedSessionMicros {
            line.append(ageSpan(latest.observedSessionMicros))
        }
        return line
    }

    private func ageSpan(_ observed: Int64, _ isShort: Bool = false) -> Span {
        Span(
            " " + (isShort ? Words.shortAge(age(observed)) : Words.age(age(observed))),
            isStale(observed) ? Style(.caution) : .secondary
        )
    }

    /// `dissoc 2`, or `dissoc --`.
    var dissociationFigure: [Span] {
        guard let dissociation else { return [.label("dissoc --")] }
        let style = self.style(ofEntry: dissociation.entry.event.number, Style(.note, .bold))
        return [.label("dissoc "), Span("\(dissociation.value.score)", style)]
    }

    /// `20.4 of 30.0 mg calc`; with the pump's figure where it was entered after the end.
    var doseFigure: [Span] {
        guard let dose else { return [] }
        let given = Words.tenths(dose.givenMicrograms, per: 1000)
        return [.value(given), .label(" of \(Words.milligrams(dose.programmedMicrograms)) calc")]
    }

    /// `20.4/30.0 mg calc`, where there is little room.
    var shortDoseFigure: [Span] {
        guard let dose else { return [] }
        let given = Words.tenths(dose.givenMicrograms, per: 1000)
        return [.value(given), .label("/\(Words.milligrams(dose.programmedMicrograms)) calc")]
    }

    /// `** SBP 162 > 160   41 s`, highest first.
    var alarmLine: [Span] {
        guard let (episode, first) = alarms.first else { return [] }
        var line = [
            Span(" \(first.priority.mark) \(first.message) ", Style(first.priority.chip, .bold)),
            .label(" " + Words.age(age(episode.observedMicros))),
        ]
        if alarms.count > 1 { line.append(Span("  +\(alarms.count - 1)", Style(first.priority.ink, .bold))) }
        return line
    }

    /// `vitals due in 2:46`, `vitals late 3 min`, `vitals OVERDUE 11 min`.
    func dueLine(_ due: Due, _ what: String) -> [Span] {
        let past = age(due.atSessionMicros)
        switch due.state {
        case .notYet: return [.label("\(what) due in "), Span(Words.remaining(-past))]
        case .due: return [Span("\(what) due now", Style(.info, .bold))]
        case .late: return [Span("\(what) late ", Style(.caution, .bold)), Span(Words.age(past), Style(.caution))]
        case .overdue:
            return [
                Span("\(what) OVERDUE ", Style(.alarmMediumText, .bold)),
                Span(Words.age(past), Style(.alarmMediumText)),
            ]
        }
    }

    /// The alarm's mark, a dose to confirm, a set that is late: one or two words for tiles without a line for them.
    var pressingMark: [Span] {
        var marks: [Span] = []
        if !session.hasProtocol, phase != .closed { marks.append(Span("NO PROTOCOL", Style(.fault, .bold))) }
        if let first = alarms.first?.now {
            marks.append(Span(" \(first.priority.mark) ", Style(first.priority.chip, .bold)))
        }
        marks += weightMark
        if dose?.isCompleteByCalculation == true { marks.append(Span("CONFIRM", Style(.caution, .bold))) }
        switch vitalsDue?.state {
        case .late: marks.append(Span("LATE", Style(.caution, .bold)))
        case .overdue: marks.append(Span("OVERDUE", Style(.alarmMediumText, .bold)))
        case .due, .notYet, nil: break
        }
        return marks.flatMap { [$0, Span(" ")] }
    }

    /// Said wherever a session is shown whose protocol cannot be read: silence is no sign that all is well.
    var protocolLine: [Span] {
        guard dose?.isCompleteByCalculation == true else {
            return [Span("NO PROTOCOL: no alarms, no limits, no timers", Style(.fault, .bold))]
        }
        let words = Span(" DOSE COMPLETE, CONFIRM", Style(.caution, .bold))
        return [Span("NO PROTOCOL", Style(.fault, .bold)), words]
    }

    /// The same for a border.
    func protocolMark(isShort: Bool) -> [Span] {
        [Span(isShort ? " NO PROTOCOL " : " NO PROTOCOL: no alarms ", Style(.fault, .bold))]
    }

    /// `WEIGHT CORRECTED: order is for 80 kg`, until an order or a decision of the prescriber is newer.
    var weightLine: [Span] {
        guard let weightDifference else { return [] }
        let ordered = DoseArithmetic.kilograms(weightDifference.orderedGrams)
        let weighed = DoseArithmetic.kilograms(weightDifference.weighedGrams)
        let words =
            weightDifference.isCorrected
            ? "WEIGHT CORRECTED: order is for \(ordered)" : "ORDER IS FOR \(ordered), weighs \(weighed)"
        return [Span(words, Style(.caution, .bold))]
    }

    /// The same where a word is all there is room for.
    var weightMark: [Span] { weightDifference == nil ? [] : [Span("WEIGHT", Style(.caution, .bold))] }

    /// What the session waits for, in one line, most pressing first.
    var waitingLine: [Span] {
        if !session.hasProtocol, phase != .closed { return protocolLine }
        if dose?.isCompleteByCalculation == true {
            return [Span("DOSE COMPLETE BY CALCULATION, CONFIRM", Style(.caution, .bold))]
        }
        switch phase {
        case .screening: return missingLine(.ready, done: "all there: declare ready")
        case .ready: return missingLine(.start, done: "all there: start")
        case .dosing: return nextDueLine
        case .paused: return nextDueLine
        case .observing:
            let isDue = [vitalsDue, dissociationDue].contains { $0.map { $0.state != .notYet } ?? false }
            if isDue { return nextDueLine }
            return blockerLine
        case .dischargeReady: return missingLine(.discharge, done: "all there: discharge")
        case .discharged, .cancelled: return missingLine(.close, done: "all there: close")
        case .closed: return []
        }
    }

    /// The same in so many cells: what is missing is cut, never the word that says that it is missing.
    func waitingLine(_ width: Int) -> [Span] {
        if !session.hasProtocol, phase != .closed { return protocolLine }
        if dose?.isCompleteByCalculation == true {
            return [Span("DOSE COMPLETE BY CALCULATION CONFIRM", Style(.caution, .bold))]
        }
        var line = waitingLine
        guard line.width > width, line.count == 3 else { return line }
        line[1].text = Words.clip(line[1].text, max(2, width - [line[0], line[2]].width))
        return line
    }

    /// What keeps the patient besides the time, else that nothing does.
    private var blockerLine: [Span] {
        guard let blocker = blockers.first else { return [Span("criteria met: ready to leave", Style(.good, .bold))] }
        if blocker.kind == .time { return [Span("all but the time is met", Style(.good))] }
        let more = blockers.count > 1 ? "  +\(blockers.count - 1)" : ""
        return [.label("waits for "), Span(Words.clean(blocker.words), Style(.caution)), .label(more)]
    }

    /// The earlier of the next vitals and the next dissociation note.
    var nextDueLine: [Span] {
        switch (vitalsDue, dissociationDue) {
        case (let vitals?, let mind?):
            mind.atSessionMicros < vitals.atSessionMicros ? dueLine(mind, "dissociation") : dueLine(vitals, "vitals")
        case (let vitals?, nil): dueLine(vitals, "vitals")
        case (nil, let mind?): dueLine(mind, "dissociation")
        case (nil, nil): []
        }
    }

    private func missingLine(_ permission: Permission, done: String) -> [Span] {
        let missing = needs(for: permission)
        guard let first = missing.first else { return [Span(done, Style(.good, .bold))] }
        let more = missing.count > 1 ? "  +\(missing.count - 1)" : ""
        return [.label("needs "), Span(Words.clean(Words.sentence(of: first)), Style(.caution)), .label(more)]
    }
}
