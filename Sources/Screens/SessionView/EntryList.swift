import Canvas
import Session

/// A session's entries, newest first: corrected and voided ones stay, struck, with what replaced them.
struct EntryList {
    let glance: Glance
    let surroundings: Surroundings
    /// Only time and words, where there is no room for more.
    var isBrief = false

    /// Draws as many entries as there are rows; the selected one is kept in sight.
    func draw(into frame: inout Frame, in rect: Rect, selected: Int?) {
        let count = glance.session.entries.count
        guard rect.height > 0, count > 0 else { return }
        var newest = count - 1
        if let selected, newest - selected >= rect.height { newest = min(newest, selected + rect.height - 1) }
        for row in 0..<min(rect.height, newest + 1) {
            let number = newest - row
            drawRow(
                glance.session.entry(number),
                into: &frame,
                x: rect.x,
                y: rect.y + row,
                width: rect.width,
                isSelected: number == selected
            )
            if number == selected { frame.cursor = Point(x: rect.x, y: rect.y + row) }
        }
    }

    private func drawRow(_ entry: EffectiveEntry, into frame: inout Frame, x: Int, y: Int, width: Int, isSelected: Bool)
    {
        let number = entry.event.number
        let mark = isSelected ? String(surroundings.glyphs.focus) : " "
        let time = Words.clock(entry.observedUTCMicros, surroundings.zone)
        var line: [Span] = isBrief ? [] : [Span(mark, Style(.focus, .bold))]
        line.append(Span(time + " ", .secondary))
        line += words(entry)
        var right = tail(entry)
        if !isBrief {
            let author = Words.clip(surroundings.name(of: entry.event.author), 18)
            if width >= 76 { right.append(.label("  " + author)) }
        }
        frame.put(line, x: x, y: y, width: width - (right.isEmpty ? 0 : right.width + 1))
        frame.put(right, endingAt: x + width, y: y)
        if isSelected { frame.restyle(Rect(x: x, y: y, width: 1, height: 1), Style(.focus, .bold)) }
        precondition(number >= 0, "entries are numbered from 0")
    }

    /// What happened, with what was laid over it.
    private func words(_ entry: EffectiveEntry) -> [Span] {
        let own = Words.clean(Words.describe(entry.event.body))
        if let voidedBy = entry.voidedBy {
            let why = reason(of: voidedBy)
            return [
                Span("VOIDED", Style(.amended, .bold)), Span(" \(why)  ", Style(.amended)),
                Span(own, Style(.amended, .struck)),
            ]
        }
        guard entry.amendedBy != nil else { return [Span(own, style(entry))] }
        return [
            Span(Words.clean(replaced(entry.event.body, by: entry.body)), Style(.amended, .struck)),
            Span(" now ", Style(.amended)), Span(Words.clean(Words.describe(entry.body)), style(entry)),
        ]
    }

    /// What a correction replaced: of a set of vitals only the readings that changed.
    private func replaced(_ old: Event.Body, by new: Event.Body) -> String {
        guard case .vitalsRecorded(let before) = old, case .vitalsRecorded(let after) = new else {
            return Words.describe(old)
        }
        var changed = Vitals(before.readings.filter { after[$0.key] != $0.value })
        // The two halves of a pressure are read together.
        if changed[.systolicMmHg] != nil || changed[.diastolicMmHg] != nil {
            changed[.systolicMmHg] = before[.systolicMmHg]
            changed[.diastolicMmHg] = before[.diastolicMmHg]
        }
        return changed.readings.isEmpty ? Words.describe(old) : Words.vitals(changed)
    }

    private func reason(of number: Int) -> String {
        guard case .entryVoided(_, let reason) = glance.session.entry(number).event.body else { return "" }
        return Words.clean(reason.text)
    }

    /// Late entries and entries that are not on disk yet say so.
    private func tail(_ entry: EffectiveEntry) -> [Span] {
        let late = entry.event.at.utcMicros - entry.observedUTCMicros
        var line: [Span] = []
        if late >= Int64(glance.session.rules.gates.lateEntryAfterMinutes) * Micros.perMinute {
            line.append(
                Span("late, written \(Words.clock(entry.event.at.utcMicros, surroundings.zone))", Style(.caution))
            )
        }
        if entry.event.number >= glance.stay.durableCount {
            line.append(
                glance.stay.isFailing ? Span(" NOT SAVED", Style(.fault, .bold)) : Span(" saving", Style(.saving))
            )
        }
        return line
    }

    private func style(_ entry: EffectiveEntry) -> Style {
        if entry.event.number >= glance.stay.durableCount { return Style(.saving) }
        if entry.body.isTransition { return Style(.title, .bold) }
        switch entry.body {
        case .noteRecorded, .dissociationRecorded: return Style(.note)
        case .overrideGranted, .deviationRecorded, .stationWasOff, .accessLost, .vitalsNotDone: return Style(.caution)
        case .entryAmended, .entryVoided, .unknown: return .secondary
        case .sessionOpened, .identityConfirmed, .screeningAnswered, .orderPlaced, .timeoutConfirmed, .accessPlaced,
            .accessChecked, .accessRemoved, .sessionReady, .screeningReopened, .infusionStarted, .infusionPaused,
            .infusionResumed, .infusionRateChanged, .infusionVolumeRead, .infusionStopped, .vitalsRecorded, .drugDrawn,
            .drugWasted, .drugReturned, .checklistAnswered, .criteriaMet, .sessionReadyToLeave, .sessionWorsened,
            .sessionDischarged, .sessionReturned, .sessionCancelled, .sessionClosed, .sessionMoved:
            return .text
        }
    }
}
