package import Canvas
import Session

extension Form {
    /// Draws the form into a rectangle, and puts the cursor on the focused field.
    ///
    /// What does not fit scrolls, and the border says how much is above and below.
    package func draw(into frame: inout Frame, in rect: Rect, _ context: FormContext) {
        let plan = kind.sheet.plan(self, context)
        let width = plan.isLine ? rect.width : min(rect.width, 100)
        guard width >= 4, rect.height >= 1 else { return }
        let hasBorder = rect.height >= 3
        let inner = max(1, width - 4)
        let panel = panel(width: inner, context)
        let body = body(plan, width: inner)
        let border = hasBorder ? 2 : 0
        let height = min(rect.height, panel.count + body.count + border)
        let box = Rect(x: rect.x + (rect.width - width) / 2, y: rect.y, width: width, height: height)
        frame.fill(box, Cell(" "))
        frame.cursor = nil
        let content = box.inset(left: 2, top: border / 2, right: 2, bottom: border / 2)
        let (above, below) = draw(panel, body, into: &frame, in: content)
        guard hasBorder else { return }
        drawBorder(plan, above: above, below: below, into: &frame, in: box, context)
    }

    /// Draws the panel, pinned, and as much of the fields as there is room for; returns the lines out of sight.
    private func draw(
        _ panel: [FormLine],
        _ body: [FormLine],
        into frame: inout Frame,
        in content: Rect
    ) -> (above: Int, below: Int) {
        let isPanelFirst = stage != .editing
        let panelRows = min(panel.count, isPanelFirst ? content.height : max(1, content.height / 2))
        let panelTop = isPanelFirst ? min(scroll, panel.count - panelRows) : 0
        draw(panel.dropFirst(panelTop).prefix(panelRows), into: &frame, in: content)
        let rest = content.inset(top: panelRows)
        let top = bodyTop(body, height: rest.height)
        draw(body.dropFirst(top).prefix(rest.height), into: &frame, in: rest)
        let hiddenPanel = panel.count - panelRows - panelTop
        return (panelTop + top, hiddenPanel + max(0, body.count - top - rest.height))
    }

    /// The first line of the fields that is drawn, so that the focused field is in sight.
    private func bodyTop(_ body: [FormLine], height: Int) -> Int {
        guard body.count > height else { return 0 }
        let focused = body.indices.filter { body[$0].field == focus }
        let place = body.firstIndex { $0.cursor != nil } ?? focused.first ?? 0
        let first = min(focused.first ?? place, place)
        let last = max(focused.last ?? place, place)
        // The whole field where it fits, with what stands around it; otherwise the cursor's line in the middle.
        let middle = last - first < height ? (first + last) / 2 : place
        return max(0, min(body.count - height, middle - height / 2))
    }

    private func draw(_ lines: some Sequence<FormLine>, into frame: inout Frame, in rect: Rect) {
        for (row, line) in lines.enumerated() where row < rect.height {
            var column = 0
            for run in line.runs where column < rect.width {
                column += frame.put(
                    run.text,
                    x: rect.x + column,
                    y: rect.y + row,
                    style: run.tone.style,
                    width: rect.width - column
                )
            }
            if let cursor = line.cursor {
                frame.cursor = Point(x: rect.x + min(cursor, rect.width - 1), y: rect.y + row)
            }
        }
    }

    private func drawBorder(
        _ plan: FormPlan,
        above: Int,
        below: Int,
        into frame: inout Frame,
        in box: Rect,
        _ context: FormContext
    ) {
        let isPlain = context.surroundings.glyphs == .ascii
        let line: Unicode.Scalar = isPlain ? "-" : "─"
        let side: Unicode.Scalar = isPlain ? "|" : "│"
        let corners: [Unicode.Scalar] = isPlain ? ["+", "+", "+", "+"] : ["╭", "╮", "╰", "╯"]
        let style = Style(.decor)
        for y in [box.y, box.bottom - 1] {
            frame.fill(Rect(x: box.x + 1, y: y, width: box.width - 2, height: 1), Cell(line, style: style))
        }
        for x in [box.x, box.right - 1] {
            frame.fill(Rect(x: x, y: box.y + 1, width: 1, height: box.height - 2), Cell(side, style: style))
        }
        for (corner, place) in zip(
            corners,
            [(box.x, box.y), (box.right - 1, box.y), (box.x, box.bottom - 1), (box.right - 1, box.bottom - 1)]
        ) {
            frame[place.0, place.1] = Cell(corner, style: style)
        }
        var left = box.x + 2
        left += frame.put(" \(plan.title) ", x: left, y: box.y, style: .title, width: box.width - 4)
        var right = box.right - 2
        if above > 0 {
            right = frame.put(" \(above) more above ", endingAt: right, y: box.y, style: Style(.caution)) - 1
        }
        if let stay = stay(context) {
            let who = " " + Words.clip(Words.who(stay.decided), max(0, right - left - 3)) + " "
            if right - left > 12 { frame.put(who, endingAt: right, y: box.y, style: .title) }
        }
        if below > 0 {
            frame.put(" \(below) more below ", endingAt: box.right - 2, y: box.bottom - 1, style: Style(.caution))
        }
    }
}
