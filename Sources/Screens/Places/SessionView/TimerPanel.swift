import Canvas
import Session
import Wording

/// The clocks of a session and the dose so far.
struct TimerPanel {
    let glance: Glance
    let surroundings: Surroundings

    func draw(into frame: inout Frame, in rect: Rect) {
        guard rect.height >= 3 else { return }
        let footer = frame.size.columns < IdentityBar.wide ? patientWords(rect.width - 6) : []
        let inside = Panel([Span(title, .title)], trailing: glance.savingWords, footer: footer)
            .draw(into: &frame, in: rect, surroundings.glyphs)
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
        for wordings in lines where y < inside.bottom {
            let whole = wordings.first { $0.width <= inside.width }
            let rows = whole.map { [$0] } ?? (wordings.last ?? []).wrapped(first: inside.width, rest: inside.width)
            for row in rows where y < inside.bottom {
                frame.put(row, x: inside.x, y: y, width: inside.width)
                y += 1
            }
        }
    }

    /// `ALLERGY penicillin  80 kg`, in the lower border: it stands whatever the status row says.
    private func patientWords(_ width: Int) -> [Span] {
        guard let patient = glance.patient else { return [] }
        let weight = Span.label("  " + DoseArithmetic.kilograms(patient.weightGrams))
        return patient.allergyWords(max(8, width - 18)) + [weight]
    }

    private var title: String {
        switch glance.phase {
        case .screening, .ready: "Before the infusion"
        case .dosing, .paused: "Infusion"
        case .observing, .dischargeReady: "Observation"
        case .discharged, .cancelled, .closed: "Ended"
        }
    }

    /// What stands under the bar, most important first, each line from its longest wording to its shortest.
    private var lines: [[[Span]]] {
        switch glance.phase {
        case .screening, .ready: orderLines + accessLine
        case .dosing, .paused: doseLines + endLine + orderLines + accessLine
        case .observing, .dischargeReady: leavingLines + doseLines + accessLine + orderLines
        case .discharged, .cancelled, .closed: doseLines + orderLines + accessLine
        }
    }

    private var doseLines: [[[Span]]] {
        guard let dose = glance.dose else { return [] }
        var lines = [[glance.doseFigure, glance.shortDoseFigure]]
        if dose.rateMicrolitersPerHour > 0 {
            let rate = Span.value(DoseArithmetic.millilitersPerHour(dose.rateMicrolitersPerHour))
            lines[0] = [
                glance.doseFigure + [.label("   at "), rate], glance.doseFigure + [.label(" at "), rate],
                glance.shortDoseFigure + [.label(" at "), rate],
            ]
        }
        let differing = glance.session.notAsOrdered(at: glance.now)
        if !differing.isEmpty {
            let words = "NOT AS ORDERED: " + differing.map(\.rawValue).joined(separator: ", ")
            lines.insert([[Span(words, Style(.caution, .bold))]], at: 0)
        }
        if !glance.weightLine.isEmpty { lines.insert([glance.weightLine], at: 0) }
        if dose.isCompleteByCalculation {
            let style = Style(.caution, .bold)
            lines.insert(
                [
                    [Span("DOSE COMPLETE BY CALCULATION, CONFIRM", style)],
                    [Span("DOSE COMPLETE BY CALCULATION CONFIRM", style)],
                ],
                at: 0
            )
        }
        if let read = dose.pumpReadNanoliters, let at = dose.pumpReadAtSessionMicros {
            let pump: [Span] = [.label("pump "), .value(DoseArithmetic.milliliters(read))]
            let given = Span(Words.calculated(dose.givenNanoliters, glance.session))
            lines.append([
                pump + [.label(" \(Words.age(glance.age(at))) ago, calc "), given, .label(" now")],
                pump + [.label(" \(Words.shortAge(glance.age(at))) ago, calc "), given],
            ])
        }
        return lines
    }

    /// When the pump will have given all; once it has by calculation, when that was, because the clock runs on.
    private var endLine: [[[Span]]] {
        guard let dose = glance.dose else { return [] }
        if dose.isCompleteByCalculation, let end = glance.calculatedEndMicros {
            let clock = glance.clock(ofUTC: glance.utc(ofSession: end))
            let over = Words.age(glance.age(end))
            return [
                [[.label("ended "), .value(clock), .label(" by calculation, "), Span("\(over) over", Style(.caution))]]
            ]
        }
        guard let remaining = dose.remainingMicros else { return [] }
        let end = Words.clock(glance.now.utcMicros + remaining, glance.zone)
        return [[[.label("ends "), .value(end), .label(" in "), Span(Words.remaining(remaining))]]]
    }

    private var leavingLines: [[[Span]]] {
        guard let end = glance.session.doseEndMicros else { return [] }
        let clock = glance.clock(ofUTC: glance.doseEndUTCMicros)
        return [[[.label("dose ended "), .value(clock), .label("  \(Words.age(glance.age(end))) ago")]]]
    }

    /// Where the cannula lies, or that it is out.
    private var accessLine: [[[Span]]] {
        let lines = glance.session.linesInArm
        if let bad = lines.last(where: { !$0.isUsable }), !lines.isEmpty {
            let word = bad.isLost ? "IV LOST" : "IV NOT PATENT"
            return [[[Span(word, Style(.caution, .bold)), .label("  " + Words.clean(bad.site))]]]
        }
        let newest = glance.session.newest(.access) { body -> [Span]? in
            if case .accessPlaced(let site, let gauge) = body {
                return [.label("IV "), Span(Words.clean("\(site), \(gauge)"))]
            }
            if case .accessLost = body { return [Span("IV LOST", Style(.caution, .bold))] }
            if case .accessRemoved = body { return [.label("IV out")] }
            return nil
        }
        guard let newest else { return [[[.label("no IV yet")]]] }
        return [[newest.value + [.label("  \(Words.age(glance.age(newest.entry.observedSessionMicros))) ago")]]]
    }

    private var orderLines: [[[Span]]] {
        guard let order = glance.session.order else { return [[[.label("no order yet")]]] }
        let dose = Span(DoseArithmetic.milligramsPerKg(order.doseMicrogramsPerKg))
        let time = Span("\(order.durationMinutes) min")
        let who = Span.label(", \(Words.clean(order.prescriber))")
        return [
            [
                [.label("order "), Span("\(order.drug) \(dose.text)"), .label(" over "), time, who],
                [.label("order "), dose, .label(" over "), time, who],
                [dose, .label(" over "), time, who],
            ]
        ]
    }
}
