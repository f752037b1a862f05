import Canvas
import Session
import Wording

extension Form {
    /// All lines of the form at a width: what must be seen first, then the fields.
    func lines(_ plan: FormPlan, width: Int, _ scene: Scene) -> [FormLine] {
        panel(width: width, scene) + body(plan, width: width)
    }

    /// What stands over the fields: a notice, a question, a refusal.
    func panel(width: Int, _ scene: Scene) -> [FormLine] {
        var paragraphs: [[FormRun]] = []
        if !notice.isEmpty {
            paragraphs.append([FormRun((isNoticeGood ? "" : "! ") + notice, isNoticeGood ? .good : .problem)])
        }
        switch stage {
        case .editing: break
        case .sent: paragraphs.append([FormRun("saving ...", .hint)])
        case .asking(let question):
            paragraphs += question.lines.map { [FormRun("? " + $0, .warning)] }
            paragraphs.append(
                question.answers.flatMap { [FormRun(String($0.key), .key), FormRun(" " + $0.words + "    ")] }
            )
        case .refused(let permission, let missing, _):
            paragraphs += refusal(permission, missing, scene)
        }
        var lines = paragraphs.flatMap { FormFlow.lines($0, width: width, hang: Self.panelIndent) }.map { FormLine($0) }
        // A screen reader follows the cursor, and a question is what is read next.
        if stage != .editing, !lines.isEmpty { lines[0].cursor = 0 }
        return lines
    }

    private func refusal(_ permission: Permission, _ missing: [Need], _ scene: Scene) -> [[FormRun]] {
        var paragraphs = [[FormRun("! Cannot \(Words.action(permission)) yet. Missing:", .problem)]]
        for need in missing {
            let key = way(need).map { "  \($0.key) " } ?? "    "
            paragraphs.append([FormRun(key, .key), FormRun(Words.sentence(of: need))])
        }
        let isDiscrepancy = missing.contains(where: \.isDiscrepancy)
        if offersDecision(missing, scene) {
            let words =
                isDiscrepancy ? "sign the discrepancy, in words" : "the prescriber decides to go on: name, way, words"
            paragraphs.append([FormRun("  \(EditingKey.decision.shown) ", .key), FormRun(words)])
        } else if isDiscrepancy {
            paragraphs.append([
                FormRun("    "),
                FormRun("discrepancy: a supervisor signs (Esc, then \(key(to: .whoIsTyping, scene)))", .warning),
            ])
        }
        if missing.canHaveHappened {
            paragraphs.append([
                FormRun("  \(EditingKey.happened.shown) ", .key),
                FormRun("it has already happened: record it, flagged for review"),
            ])
        }
        paragraphs.append([
            FormRun("\(EditingKey.leave.shown) ", .key), FormRun("back to the form; nothing typed is lost"),
        ])
        return paragraphs
    }

    private static let panelIndent = 4

    /// The fields, each with its problem under it.
    func body(_ plan: FormPlan, width: Int) -> [FormLine] {
        let labels = plan.fields.map { field -> Int in
            switch field.kind {
            case .item, .paragraph, .heading: return 0
            case .text, .number, .choice, .marks, .list, .computed: return CellWidth.of(field.label)
            }
        }
        let column = min(labels.max() ?? 0, max(6, kind.facts.shape == .line ? width * 2 / 5 : width / 3))
        return plan.fields.flatMap { lines(of: $0, labelWidth: column, width: width) }
    }

    private func lines(of field: Field, labelWidth: Int, width: Int) -> [FormLine] {
        let isFocused = field.id == focus && stage == .editing
        var lines: [FormLine]
        switch field.kind {
        case .heading:
            lines = FormFlow.lines([FormRun(field.label, .heading)], width: width).map { FormLine($0) }
        case .item(let shape): lines = item(field, shape, isFocused, width: width)
        case .paragraph(let runs):
            lines = FormFlow.lines([FormRun("  ")] + runs, width: width, hang: 2).map { FormLine($0) }
        case .text, .number, .choice, .marks, .list, .computed:
            let labelled = label(field, isFocused, width: labelWidth)
            let column = labelWidth + 4
            let values = value(of: field, isFocused, width: max(8, width - column))
            lines = values.enumerated().map { index, line in
                let head = index == 0 ? labelled : [FormRun(String(repeating: " ", count: column))]
                return FormLine(head + line.runs, cursor: line.cursor.map { $0 + column })
            }
        }
        if let problem = problems[field.id] {
            let indent = String(repeating: " ", count: 2)
            lines += FormFlow.lines([FormRun("! " + problem, .problem)], width: width - 2)
                .map { FormLine([FormRun(indent)] + $0) }
        }
        return lines.map { FormLine($0.runs, field: field.id, cursor: $0.cursor) }
    }

    /// `> Label*  `: the mark of the focus, the label, and a star where an answer is still needed.
    private func label(_ field: Field, _ isFocused: Bool, width: Int) -> [FormRun] {
        let text = FormFlow.cut(field.label, width: width).first ?? ""
        let padded = FormFlow.padded(text, width: width)
        let isOpen = field.isRequired && self.text(field.id).isEmpty && (picks[field.id] ?? []).isEmpty
        return [
            FormRun(isFocused ? "> " : "  ", .focused),
            FormRun(padded, isFocused ? .focused : .label),
            FormRun(isOpen ? "* " : "  ", .warning),
        ]
    }

    private func value(of field: Field, _ isFocused: Bool, width: Int) -> [FormLine] {
        switch field.kind {
        case .text: typed(field.id, unit: "", hint: field.hint, isFocused, width: width)
        case .number(let unit, _): typed(field.id, unit: unit, hint: field.hint, isFocused, width: width)
        case .choice(let choices): choiceLines(choices, field, isFocused, width: width)
        case .marks(let choices): markLines(choices, field, isFocused, width: width)
        case .list(let choices): listLines(choices, field, isFocused, width: width)
        case .computed(let runs): FormFlow.lines(runs, width: width).map { FormLine($0) }
        case .item, .paragraph, .heading: []
        }
    }

    /// A text as typed, cut at the width, with the cursor, its unit and its hint.
    func typed(_ id: FieldID, unit: String, hint: String, _ isFocused: Bool, width: Int) -> [FormLine] {
        let entry = texts[id] ?? TextEntry()
        var lines = FormFlow.cut(entry.text, width: width).map {
            FormLine([FormRun($0, isFocused ? .typed : .plain)])
        }
        if isFocused {
            let before = FormFlow.cut(String(entry.text.prefix(entry.cursor)), width: width)
            var row = before.count - 1
            var column = CellWidth.of(before.last ?? "")
            if column >= width {
                row += 1
                column = 0
            }
            if row == lines.count { lines.append(FormLine([])) }
            lines[row].cursor = column
        }
        let last = lines.count - 1
        if isFocused, last == 0 {
            // The room to type in, as wide as it can be without pushing its unit and its hint away.
            let taken = CellWidth.of(unit) + (hint.isEmpty ? 1 : CellWidth.of(hint) + 4)
            let used = lines[0].width
            let wanted = unit.isEmpty ? 24 : 8
            let pad = max(used == 0 ? 1 : 0, min(wanted - used, width - used - taken))
            lines[0].runs.append(FormRun(String(repeating: " ", count: pad), .typed))
        }
        if !unit.isEmpty { lines[last].runs.append(FormRun(" \(unit)", .hint)) }
        guard isFocused || entry.text.isEmpty else { return lines }
        return appendHint(hint, to: lines, isFocused, isEmpty: entry.text.isEmpty, width: width)
    }

    /// The hint beside the value, or under it while there is room and nothing is entered yet.
    func appendHint(
        _ hint: String,
        to lines: [FormLine],
        _ isFocused: Bool,
        isEmpty: Bool,
        width: Int
    ) -> [FormLine] {
        guard !hint.isEmpty, let last = lines.last else { return lines }
        var lines = lines
        if last.width + 3 + CellWidth.of(hint) <= width {
            let gap = last.width == 0 && !isFocused ? "" : "   "
            lines[lines.count - 1].runs.append(FormRun(gap + hint, .hint))
        } else if isFocused, isEmpty {
            lines += FormFlow.lines([FormRun(hint, .hint)], width: width).map { FormLine($0) }
        }
        return lines
    }
}
