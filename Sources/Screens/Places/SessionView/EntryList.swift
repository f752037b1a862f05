import Canvas
import Session
import Wording

/// A session's entries, newest first: corrected and voided ones stay, struck, with what replaced them.
struct EntryList {
    let glance: Glance
    let surroundings: Surroundings
    /// Only time and words, where there is no room for more.
    var isBrief = false

    /// Draws as many entries as there is room for; the selected one is kept in sight.
    func draw(into frame: inout Frame, in rect: Rect, selected: Int?) {
        let count = glance.session.entries.count
        guard rect.height > 0, count > 0 else { return }
        var number = count - 1 - newerAbove(in: rect, selected: selected)
        var y = rect.y
        while number >= 0, y < rect.bottom {
            let rows = rows(number, width: rect.width)
            let isSelected = number == selected
            for (row, line) in rows.enumerated() where y + row < rect.bottom {
                draw(line, number, into: &frame, x: rect.x, y: y + row, width: rect.width, isFirst: row == 0)
            }
            if isSelected {
                frame.restyle(Rect(x: rect.x, y: y, width: 1, height: 1), Style(.focus, .bold))
                frame[rect.x, y] = Cell(surroundings.glyphs.focus, style: Style(.focus, .bold))
                frame.cursor = Point(x: rect.x, y: y)
            }
            y += rows.count
            number -= 1
        }
    }

    /// How many newer entries stand above the first that is shown, so that the selected one is in sight.
    func newerAbove(in rect: Rect, selected: Int?) -> Int {
        let newest = glance.session.entries.count - 1
        guard let selected, selected < newest else { return 0 }
        var first = selected
        var used = rows(selected, width: rect.width).count
        while first < newest {
            used += rows(first + 1, width: rect.width).count
            guard used <= rect.height else { break }
            first += 1
        }
        return newest - first
    }

    private func draw(_ line: [Span], _ number: Int, into frame: inout Frame, x: Int, y: Int, width: Int, isFirst: Bool)
    {
        frame.put(line, x: x, y: y, width: width)
        guard isFirst else { return }
        frame.put(tail(glance.session.entry(number), width), endingAt: x + width, y: y)
    }

    /// An entry's rows: what does not fit beside its author goes on below, because a clipped figure is wrong.
    private func rows(_ number: Int, width: Int) -> [[Span]] {
        let entry = glance.session.entry(number)
        let time = glance.clock(ofUTC: entry.observedUTCMicros)
        let words = words(entry)
        if isBrief {
            // Time and words in one style: the many tiles of a Board would change colours at each of their rows.
            var style = words.first?.style ?? .text
            style.emphasis.remove(.struck)
            return [[Span(time + " ", style)] + words]
        }
        let head: [Span] = [Span(" "), Span(time + " ", .secondary)]
        let tail = tail(entry, width).width
        let room = width - head.width
        guard room > 12 else { return [head + words] }
        let lines = words.wrapped(first: room - (tail > 0 ? tail + 1 : 0), rest: room)
        let indent = Span(String(repeating: " ", count: head.width))
        return lines.enumerated().map { ($0 == 0 ? head : [indent]) + $1 }
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
            Span(" now ", Style(.amended)),
            Span(Words.clean(Words.corrected(entry.event.body, to: entry.body)), style(entry)),
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
        return changed.isEmpty ? Words.describe(old) : Words.vitals(changed)
    }

    private func reason(of number: Int) -> String {
        guard case .entryVoided(_, let reason) = glance.session.entry(number).event.body else { return "" }
        return Words.clean(reason.text)
    }

    /// Late entries and entries that are not on disk yet say so; then who entered it, where there is room.
    private func tail(_ entry: EffectiveEntry, _ width: Int) -> [Span] {
        let late = entry.event.at.utcMicros - entry.observedUTCMicros
        var line: [Span] = []
        if late >= Int64(glance.session.rules.gates.lateEntryAfterMinutes) * Micros.perMinute {
            line.append(
                Span("late, written \(glance.clock(ofUTC: entry.event.at.utcMicros))", Style(.caution))
            )
        }
        if entry.event.number >= glance.durableCount {
            line.append(
                glance.isFailing ? Span(" NOT SAVED", Style(.fault, .bold)) : Span(" saving", Style(.saving))
            )
        }
        if !isBrief, width >= 76 {
            line.append(.label("  " + Words.clip(surroundings.name(of: entry.event.author), 18)))
        }
        return line
    }

    private func style(_ entry: EffectiveEntry) -> Style {
        if entry.event.number >= glance.durableCount { return Style(.saving) }
        switch entry.body.traits.weight {
        case .plain: return .text
        case .step: return Style(.title, .bold)
        case .note: return Style(.note)
        case .caution: return Style(.caution)
        case .grave: return Style(.fault, .bold)
        case .aside: return .secondary
        }
    }
}
