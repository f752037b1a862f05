import Canvas
import Session
import Wording

extension Tile {
    /// Seven rows and more: the name and the state in the border; clock, figures, mind and dose, what is next, alarm.
    func drawBox(into frame: inout Frame, in rect: Rect) {
        let place = glance.chair ?? "WAITING"
        let room = rect.width - glance.phase.word.count - place.count - 11
        let saving = glance.isSaving ? glance.savingWords.width + 2 : 0
        let weight = glance.weightLine.isEmpty ? 0 : glance.weightLine.width + 2
        let alertRoom = rect.width - 6 - saving - weight
        var footer: [Span] = alert.map { [Span($0.sentence(upTo: alertRoom), Style(.caution, .bold))] } ?? []
        if !glance.weightLine.isEmpty { footer = glance.weightLine + (footer.isEmpty ? [] : [Span("  ")]) + footer }
        if glance.isSaving { footer += (footer.isEmpty ? [] : [Span("  ")]) + glance.savingWords }
        let panel = Panel(
            [Span(place + " ", Style(.focus, .bold)), Span(Words.clip(glance.name, room), nameStyle)],
            trailing: [state],
            footer: footer,
            isFocused: isFocused
        )
        let inside = panel.draw(into: &frame, in: rect, glyphs)
        if isFocused { frame[rect.x + 1, rect.y] = Cell(glyphs.focus, style: Style(.focus, .bold)) }
        drawClock(into: &frame, x: inside.x, y: inside.y, width: inside.width)
        frame.putFirstFitting(Array(figures.dropFirst()), x: inside.x, y: inside.y + 1, width: inside.width)
        drawMindAndDose(into: &frame, in: inside, y: inside.y + 2)
        drawNext(into: &frame, in: inside, y: inside.y + 3)
        frame.put(glance.alarmLine, x: inside.x, y: inside.y + 4, width: inside.width)
        drawLanes(into: &frame, in: inside.inset(top: 5))
    }

    private func drawMindAndDose(into frame: inout Frame, in inside: Rect, y: Int) {
        let mind = glance.dissociationFigure + [Span("  ")] + glance.figure(.moaas)
        frame.put(mind, x: inside.x, y: y, width: inside.width)
        // Without its total and the word that it is calculated the dose would be taken for what the pump said.
        if let dose = [glance.doseFigure, glance.shortDoseFigure].first(where: { $0.width + mind.width < inside.width })
        {
            frame.put(dose, endingAt: inside.right, y: y)
        }
    }

    /// What is next, and the systolic pressure's sparkline where there is room.
    private func drawNext(into frame: inout Frame, in inside: Rect, y: Int) {
        let used = frame.putFirstFitting(
            [glance.waitingLine, glance.waitingLine(inside.width)],
            x: inside.x,
            y: y,
            width: inside.width
        )
        let label = " SBP"
        let width = min(15, inside.width - used - 2 - label.count)
        guard width >= 8, glance.sets.prefix(2).count > 1, inside.height < 8 else { return }
        spark(.systolicMmHg).draw(into: &frame, x: inside.right - label.count - width, y: y, width: width, glyphs)
        frame.put(label, endingAt: inside.right, y: y, style: .secondary)
    }

    /// The rows below the tile's own: a sparkline for each lane, then the newest entries.
    private func drawLanes(into frame: inout Frame, in rect: Rect) {
        guard rect.height >= 3, !glance.sets.isEmpty else { return }
        if rect.height >= 11, rect.width >= 40 {
            let plots = Rect(x: rect.x, y: rect.y, width: rect.width, height: 9)
            TrendLanes(glance: glance, surroundings: surroundings).draw(into: &frame, in: plots)
            EntryList(glance: glance, surroundings: surroundings, isBrief: true)
                .draw(into: &frame, in: rect.inset(top: 10), selected: nil)
            return
        }
        for (row, parameter) in [Parameter.systolicMmHg, .heartRatePerMin, .spo2Percent].enumerated() {
            let y = rect.y + row
            let value = glance.latest(parameter).map { Words.short($0.reading, of: parameter) } ?? "--"
            frame.put(parameter.label, x: rect.x, y: y, style: .secondary)
            frame.put(value, endingAt: rect.right, y: y, style: Style(parameter.laneRole, .bold))
            spark(parameter).draw(into: &frame, x: rect.x + 5, y: y, width: max(0, rect.width - 10), glyphs)
        }
        guard rect.height >= 5 else { return }
        EntryList(glance: glance, surroundings: surroundings, isBrief: true)
            .draw(into: &frame, in: rect.inset(top: 4), selected: nil)
    }

    private func spark(_ parameter: Parameter) -> Sparkline {
        Sparkline(parameter: parameter, sets: glance.sets, gapMicros: 2 * glance.intervalMicros)
    }
}
