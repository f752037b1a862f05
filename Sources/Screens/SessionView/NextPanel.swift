import Canvas
import Session

/// What the session needs next, each line with the key that does it: the flow explains itself from here.
struct NextPanel {
    let glance: Glance
    let surroundings: Surroundings

    func draw(into frame: inout Frame, in rect: Rect) {
        guard rect.height >= 3 else { return }
        let inside = Panel([Span("Next", .title)], trailing: trailing).draw(into: &frame, in: rect, surroundings.glyphs)
        let alarms = inside.height < 6 ? [glance.alarmLine].filter { !$0.isEmpty } : alarmLines
        let lines = alarms + self.lines
        frame.cursor = Point(x: inside.x, y: inside.y)
        // Where not all lines fit, the last row counts the others.
        let shown = lines.count > inside.height ? inside.height - 1 : lines.count
        for (row, line) in lines.prefix(shown).enumerated() {
            frame.put(line, x: inside.x, y: inside.y + row, width: inside.width)
        }
        if shown < lines.count {
            frame.put("  and \(lines.count - shown) more", x: inside.x, y: inside.y + shown, style: .secondary)
        }
    }

    /// Every condition that alarms, each with the age of its reading.
    private var alarmLines: [[Span]] {
        glance.conditions.map { condition in
            let age =
                glance.session.observedSessionMicros(of: condition.subject).map { Words.age(glance.age($0)) } ?? ""
            let words = " \(condition.priority.mark) \(condition.message) "
            return [Span(words, Style(condition.priority.chip, .bold)), .label(" " + age)]
        }
    }

    private var trailing: [Span] {
        guard glance.phase == .observing else { return [] }
        let list = glance.session.criteria(at: glance.now)
        return [.label("criteria \(list.count { $0.isMet }) of \(list.count)")]
    }

    private var lines: [[Span]] {
        var lines: [[Span]] = []
        if glance.session.mustTellPump {
            lines.append(step("i", [Span("station was off: does it still infuse?", Style(.caution, .bold))]))
        }
        switch glance.phase {
        case .screening: lines += gate(.ready, "s", "declare READY")
        case .ready: lines += gate(.start, "s", "START the infusion")
        case .dosing: lines += dosing
        case .paused: lines += gate(.resume, "p", "resume") + due
        case .observing: lines += due + criteria
        case .dischargeReady: lines += gate(.discharge, "s", "discharge")
        case .discharged, .cancelled: lines += gate(.close, "s", "sign and close")
        case .closed: break
        }
        return lines
    }

    private func step(_ key: String, _ words: [Span]) -> [Span] { [Span(key + " ", Style(.key, .bold))] + words }

    /// What a gate still asks for, and when nothing, the key that passes it.
    private func gate(_ permission: Permission, _ key: String, _ words: String) -> [[Span]] {
        let missing = glance.session.requirements(for: permission, at: glance.now)
        guard !missing.isEmpty else { return [step(key, [Span(words, Style(.good, .bold))])] }
        return missing.map { requirement in
            step(requirement.key.map(String.init) ?? " ", [Span(Words.clean(requirement.sentence))])
        }
    }

    private var due: [[Span]] {
        var lines: [[Span]] = []
        if let vitals = glance.vitalsDue { lines.append(step("v", glance.dueLine(vitals, "vitals"))) }
        if let mind = glance.dissociationDue { lines.append(step("d", glance.dueLine(mind, "dissociation"))) }
        return lines
    }

    private var dosing: [[Span]] {
        guard glance.dose?.isCompleteByCalculation == true else {
            return due + [step("p", [.label("pause")]), step("s", [.label("rate, stop")])]
        }
        return [step("s", [Span("the dose is in by calculation: confirm the end", Style(.caution, .bold))])] + due
    }

    /// The criteria for leaving, those that are missing first.
    private var criteria: [[Span]] {
        let list = glance.session.criteria(at: glance.now)
        guard list.contains(where: { !$0.isMet }) else {
            return [step("s", [Span("READY TO LEAVE", Style(.good, .bold))])]
        }
        return (list.filter { !$0.isMet } + list.filter(\.isMet)).map { criterion in
            let mark = String(criterion.isMet ? surroundings.glyphs.done : surroundings.glyphs.missing)
            return [
                Span(mark + " ", Style(criterion.isMet ? .good : .caution, .bold)),
                Span(Words.clean(criterion.words), criterion.isMet ? .secondary : .text),
                .label("  " + Words.clean(criterion.detail)),
            ]
        }
    }
}
