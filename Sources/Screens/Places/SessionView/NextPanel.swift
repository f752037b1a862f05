import Canvas
import Session
import Wording

/// What the session needs next, each line with the key that does it: the flow explains itself from here.
struct NextPanel {
    let glance: Glance
    let surroundings: Surroundings

    func draw(into frame: inout Frame, in rect: Rect) {
        guard rect.height >= 3 else { return }
        let trailing = glance.session.hasProtocol ? trailing : glance.protocolMark(isShort: rect.width < 36)
        let inside = Panel([Span("Next", .title)], trailing: trailing).draw(into: &frame, in: rect, surroundings.glyphs)
        let isSmall = inside.height < 6
        let alarms = isSmall ? [glance.alarmLine].filter { !$0.isEmpty } : alarmLines
        let lines = (alarms + self.lines(isSmall)).map { $0.wrapped(first: inside.width, rest: inside.width - 2) }
        frame.cursor = Point(x: inside.x, y: inside.y)
        // A step is shown whole or not at all; where not all fit, the last row counts the others.
        let room = lines.reduce(0) { $0 + $1.count } > inside.height ? inside.height - 1 : inside.height
        var y = inside.y
        var shown = 0
        for rows in lines {
            // Of the first step, the most pressing one, whatever fits.
            guard y + rows.count <= inside.y + room || shown == 0 else { break }
            for (row, line) in rows.prefix(max(1, room)).enumerated() {
                let indent = row == 0 ? 0 : 2
                frame.put(line, x: inside.x + indent, y: y, width: inside.width - indent)
                y += 1
            }
            shown += 1
        }
        if shown < lines.count, y < inside.bottom {
            frame.put("  and \(lines.count - shown) more", x: inside.x, y: y, style: .secondary)
        }
    }

    /// Every condition that alarms, each with the age of its reading.
    private var alarmLines: [[Span]] {
        glance.alarms.map { alarm in
            let words = " \(alarm.now.priority.mark) \(alarm.now.message) "
            return [
                Span(words, Style(alarm.now.priority.chip, .bold)),
                .label(" " + Words.age(glance.age(alarm.episode.observedMicros))),
            ]
        }
    }

    private var trailing: [Span] {
        guard glance.phase == .observing else { return [] }
        let list = glance.criteria
        return [.label("criteria \(list.count { $0.isMet }) of \(list.count)")]
    }

    /// The steps, most pressing first; where there is little room, without what other panels say as well.
    private func lines(_ isSmall: Bool) -> [[Span]] {
        var lines: [[Span]] = []
        if glance.session.mustTellPump {
            lines.append(step("i", [Span("station was off: still infusing?", Style(.caution, .bold))]))
        }
        if !glance.weightLine.isEmpty {
            lines.append(step("o", glance.weightLine))
            if !isSmall { lines.append(step("s", [.label("or the prescriber's decision on the weight")])) }
        }
        // A pump that runs into a line that is not patent runs into the tissue.
        if glance.phase == .dosing, !glance.session.hasAccess {
            lines.append(step("p", [Span("no line is patent: pause", Style(.caution, .bold))]))
        }
        switch glance.phase {
        case .screening: lines += gate(.ready, "s", "declare READY")
        case .ready: lines += gate(.start, "s", "START the infusion")
        case .dosing: lines += dosing(isSmall)
        case .paused: lines += gate(.resume, "p", "resume") + due
        case .observing: lines += (isSmall ? pressingDue : due) + criteria(isSmall)
        case .dischargeReady: lines += gate(.discharge, "s", "discharge")
        case .discharged, .cancelled: lines += gate(.close, "s", "sign and close")
        case .closed: break
        }
        return lines
    }

    private func step(_ key: String, _ words: [Span]) -> [Span] { [Span(key + " ", Style(.key, .bold))] + words }

    /// What a gate still asks for, and when nothing, the key that passes it.
    private func gate(_ permission: Permission, _ key: String, _ words: String) -> [[Span]] {
        let missing = glance.needs(for: permission)
        guard !missing.isEmpty else {
            // Without a protocol nothing was judged: what can be done next is no all-clear.
            return [step(key, [Span(words, Style(glance.session.hasProtocol ? .good : .caution, .bold))])]
        }
        return missing.map { need in
            let way = need.form?.key(in: glance.phase)
            return step(way.map(String.init) ?? " ", [Span(Words.clean(Words.sentence(of: need)))])
        }
    }

    private var due: [[Span]] {
        var lines: [[Span]] = []
        if let vitals = glance.vitalsDue { lines.append(step("v", glance.dueLine(vitals, "vitals"))) }
        if let mind = glance.dissociationDue { lines.append(step("d", glance.dueLine(mind, "dissociation"))) }
        return lines
    }

    /// What is due now or late; the sheet of vitals says when the others will be.
    private var pressingDue: [[Span]] {
        var lines: [[Span]] = []
        if let vitals = glance.vitalsDue, vitals.state != .notYet {
            lines.append(step("v", glance.dueLine(vitals, "vitals")))
        }
        if let mind = glance.dissociationDue, mind.state != .notYet {
            lines.append(step("d", glance.dueLine(mind, "dissociation")))
        }
        return lines
    }

    /// How to stop is always in sight, whatever is due and whatever alarms.
    private func dosing(_ isSmall: Bool) -> [[Span]] {
        guard glance.dose?.isCompleteByCalculation == true else {
            let pause = step("p", [.label("pause")])
            let session = step("s", [.label("rate, stop")])
            return isSmall ? [pause + [Span("  ")] + session] + due : due + [pause, session]
        }
        let words = isSmall ? "dose in by calculation: confirm" : "the dose is in by calculation: confirm the end"
        return [step("s", [Span(words, Style(.caution, .bold))])] + due
    }

    /// The criteria for leaving, those that are missing first.
    private func criteria(_ isSmall: Bool) -> [[Span]] {
        let list = glance.criteria
        guard list.contains(where: { !$0.isMet }) else { return gate(.readyToLeave, "s", "READY TO LEAVE") }
        // The border counts those that are met; without room it is those that are missing that matter.
        return (list.filter { !$0.isMet } + (isSmall ? [] : list.filter(\.isMet))).map { criterion in
            let mark = String(criterion.isMet ? surroundings.glyphs.done : surroundings.glyphs.missing)
            return [
                Span(mark + " ", Style(criterion.isMet ? .good : .caution, .bold)),
                Span(Words.clean(criterion.words), criterion.isMet ? .secondary : .text),
                .label("  " + Words.clean(criterion.detail)),
            ]
        }
    }
}
