import Canvas

extension Form {
    /// `[1 female]  2 male   3 other`: the chosen one in brackets.
    func choiceLines(_ choices: [Choice], _ field: Field, _ isFocused: Bool, width: Int) -> [FormLine] {
        let chosen = pick(field.id)
        if !isFocused, let chosen {
            let words = choices.first { $0.code == chosen }?.words ?? chosen
            return FormFlow.lines([FormRun(words)], width: width).map { FormLine($0) }
        }
        let items = choices.map { choice -> [FormRun] in
            choice.code == chosen
                ? [FormRun("[\(choice.key) \(choice.words)]", .focused)]
                : [FormRun(" "), FormRun(String(choice.key), .key), FormRun(" \(choice.words) ")]
        }
        var lines = grid(items, width: width)
        if isFocused { lines[0].cursor = 0 }
        return appendHint(field.hint, to: lines, isFocused, isEmpty: (picks[field.id] ?? []).isEmpty, width: width)
    }

    /// `[x] 1 name  [ ] 2 date of birth`.
    func markLines(_ choices: [Choice], _ field: Field, _ isFocused: Bool, width: Int) -> [FormLine] {
        let marked = picks[field.id] ?? []
        let items = choices.map { choice -> [FormRun] in
            let isMarked = marked.contains(choice.code)
            return [
                FormRun(isMarked ? "[x] " : "[ ] ", isMarked ? .good : .label), FormRun(String(choice.key), .key),
                FormRun(" \(choice.words) "),
            ]
        }
        var lines = grid(items, width: width)
        if isFocused { lines[0].cursor = 0 }
        return appendHint(field.hint, to: lines, isFocused, isEmpty: (picks[field.id] ?? []).isEmpty, width: width)
    }

    /// Items in one row where they fit, else in columns; one a row where even two are too wide.
    private func grid(_ items: [[FormRun]], width: Int) -> [FormLine] {
        let widths = items.map { item in item.reduce(0) { $0 + CellWidth.of($1.text) } }
        let total = widths.reduce(0, +) + max(0, items.count - 1)
        let widest = widths.max() ?? 0
        let columns = total <= width ? max(1, items.count) : max(1, (width + 1) / (widest + 1))
        var lines: [FormLine] = []
        for (index, item) in items.enumerated() {
            let fitting = widths[index] <= width ? [item] : FormFlow.lines(item, width: width, hang: 3)
            if index % columns == 0 {
                lines += fitting.map { FormLine($0) }
            } else {
                let isInOneRow = total <= width
                let last = lines[lines.count - 1].width
                let place = isInOneRow ? last + 1 : (index % columns) * (widest + 1)
                let gap = String(repeating: " ", count: max(1, place - last))
                lines[lines.count - 1].runs += [FormRun(gap)] + item
            }
        }
        return lines.isEmpty ? [FormLine([])] : lines
    }

    /// The filter as typed, then one choice a row.
    func listLines(_ choices: [Choice], _ field: Field, _ isFocused: Bool, width: Int) -> [FormLine] {
        let chosen = pick(field.id)
        guard isFocused else {
            let words = choices.first { $0.code == chosen }?.words ?? "-"
            return FormFlow.lines([FormRun(words)], width: width).map { FormLine($0) }
        }
        var lines: [FormLine] = []
        let filter = texts[field.id]?.text ?? ""
        if !filter.isEmpty { lines.append(FormLine([FormRun("find ", .hint), FormRun(filter, .typed)])) }
        let shown = visible(choices, field)
        for (index, choice) in shown.enumerated() {
            let isChosen = choice.code == chosen
            let key = choice.key == "+" ? "+ " : index < 9 ? "\(index + 1) " : "  "
            let rows = FormFlow.lines([FormRun(choice.words, isChosen ? .focused : .plain)], width: max(1, width - 4))
            for (place, row) in rows.enumerated() {
                let head =
                    place == 0 ? [FormRun(isChosen ? "> " : "  ", .focused), FormRun(key, .key)] : [FormRun("    ")]
                lines.append(FormLine(head + row, cursor: isChosen && place == 0 ? 0 : nil))
            }
        }
        if shown.isEmpty { lines.append(FormLine([FormRun("nothing fits", .hint)])) }
        if !lines.contains(where: { $0.cursor != nil }) {
            lines[0].cursor = filter.isEmpty ? 0 : 5 + CellWidth.of(filter)
        }
        return appendHint(field.hint, to: lines, isFocused, isEmpty: (picks[field.id] ?? []).isEmpty, width: width)
    }

    /// `> [yes]  Consent is signed`, what the answer leads to, and the remark.
    func item(_ field: Field, _ shape: ItemShape, _ isFocused: Bool, width: Int) -> [FormLine] {
        let answer: ItemMark? = answer(field.id)
        let unanswered = shape.marks.isEmpty ? "" : "[ - ]"
        let box = FormFlow.padded(answer.map { "[\($0.words)]" } ?? unanswered, width: 6)
        let consequence = answer.flatMap { shape.consequences[$0] }
        let tone: FormRun.Tone = consequence != nil ? .warning : answer == nil ? .plain : .good
        let texts = FormFlow.lines([FormRun(field.label, isFocused ? .focused : .plain)], width: max(8, width - 9))
        var lines = texts.enumerated().map { index, runs in
            FormLine(
                (index == 0
                    ? [FormRun(isFocused ? "> " : "  ", .focused), FormRun(box, tone), FormRun(" ")]
                    : [FormRun(String(repeating: " ", count: 9))]) + runs,
                cursor: isFocused && !isInRemark && index == 0 ? 2 : nil
            )
        }
        var extras: [FormRun] = []
        if let consequence { extras.append(FormRun(consequence, .warning)) }
        if isFocused, answer == nil, !field.hint.isEmpty { extras.append(FormRun(field.hint, .hint)) }
        for run in extras {
            lines += FormFlow.lines([run], width: max(8, width - 9))
                .map { FormLine([FormRun(String(repeating: " ", count: 9))] + $0) }
        }
        let id = field.id.remark
        let isOpen = isFocused && isInRemark
        if isOpen || !text(id).isEmpty {
            let rows = typed(id, unit: "", hint: "", isOpen, width: max(8, width - 18))
            lines += rows.enumerated().map { index, row in
                FormLine(
                    [FormRun(index == 0 ? "         remark:  " : String(repeating: " ", count: 18), .hint)] + row.runs,
                    cursor: row.cursor.map { $0 + 18 }
                )
            }
        }
        return lines
    }
}
