import Canvas
import Session

/// The clocks of a session and the dose so far.
struct TimerPanel {
    let glance: Glance
    let surroundings: Surroundings

    func draw(into frame: inout Frame, in rect: Rect) {
        guard rect.height >= 3 else { return }
        let inside = Panel([Span(title, .title)], trailing: glance.savingWords).draw(
            into: &frame,
            in: rect,
            surroundings.glyphs
        )
        let clock = glance.clock
        var y = inside.y
        if clock.whole > 1 {
            let width = inside.width - clock.words.width - 2
            Progress.draw(
                clock.part,
                of: clock.whole,
                into: &frame,
                x: inside.x,
                y: y,
                width: width,
                role: clock.role,
                surroundings.glyphs
            )
            frame.put(clock.words, endingAt: inside.right, y: y)
        } else {
            frame.put(clock.words, x: inside.x, y: y, width: inside.width)
        }
        y += 1
        for line in lines where y < inside.bottom {
            frame.put(line, x: inside.x, y: y, width: inside.width)
            y += 1
        }
    }

    private var title: String {
        switch glance.phase {
        case .screening, .ready: "Before the infusion"
        case .dosing, .paused: "Infusion"
        case .observing, .dischargeReady: "Observation"
        case .discharged, .cancelled, .closed: "Ended"
        }
    }

    /// What stands under the bar, most important first.
    private var lines: [[Span]] {
        switch glance.phase {
        case .screening, .ready: orderLines + accessLine
        case .dosing, .paused: doseLines + endLine + orderLines + accessLine
        case .observing, .dischargeReady: leavingLines + doseLines + accessLine + orderLines
        case .discharged, .cancelled, .closed: doseLines + orderLines + accessLine
        }
    }

    private var doseLines: [[Span]] {
        guard let dose = glance.dose else { return [] }
        var first = glance.doseFigure
        if dose.rateMicrolitersPerHour > 0 {
            first += [.label("   at "), .value(Words.rate(dose.rateMicrolitersPerHour))]
        }
        var lines = [first]
        if dose.isCompleteByCalculation {
            lines.insert([Span("DOSE COMPLETE BY CALCULATION, CONFIRM", Style(.caution, .bold))], at: 0)
        }
        if let read = dose.pumpReadNanoliters, let at = dose.pumpReadAtSessionMicros {
            lines.append([
                .label("pump "), .value(Words.milliliters(read)), .label(" \(Words.age(glance.age(at))) ago, calc "),
                Span(Words.milliliters(dose.givenNanoliters)), .label(" now"),
            ])
        }
        return lines
    }

    private var endLine: [[Span]] {
        guard let remaining = glance.dose?.remainingMicros else { return [] }
        let end = Words.clock(glance.now.utcMicros + remaining, surroundings.zone)
        return [[.label("ends "), .value(end), .label(" in "), Span(Words.remaining(remaining))]]
    }

    private var leavingLines: [[Span]] {
        guard let end = glance.session.doseEndMicros else { return [] }
        let clock = Words.clock(glance.utc(ofSession: end), surroundings.zone)
        return [[.label("dose ended "), .value(clock), .label("  \(Words.age(glance.age(end))) ago")]]
    }

    /// Where the cannula lies, or that it is out.
    private var accessLine: [[Span]] {
        let newest = glance.session.newest { body -> [Span]? in
            switch body {
            case .accessPlaced(let site, let gauge): [.label("IV "), Span(Words.clean("\(site), \(gauge)"))]
            case .accessLost: [Span("IV LOST", Style(.caution, .bold))]
            case .accessRemoved: [.label("IV out")]
            case _: nil
            }
        }
        guard let newest else { return [[.label("no IV yet")]] }
        return [newest.value + [.label("  \(Words.age(glance.age(newest.entry.observedSessionMicros))) ago")]]
    }

    private var orderLines: [[Span]] {
        guard let order = glance.session.order else { return [[.label("no order yet")]] }
        return [
            [
                .label("order "), Span("\(order.drug) \(Words.exact(order.doseMicrogramsPerKg, per: 1000)) mg/kg"),
                .label(" over "), Span("\(order.durationMinutes) min"), .label(", \(Words.clean(order.prescriber))"),
            ]
        ]
    }
}
