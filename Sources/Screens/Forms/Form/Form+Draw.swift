package import Canvas
import Session
import Wording

extension Form {
    /// Draws the form into a rectangle, and puts the cursor on the focused field.
    ///
    /// What does not fit scrolls, and the border says how much is above and below.
    package func draw(into frame: inout Frame, in rect: Rect, _ scene: Scene) {
        let plan = kind.sheet.plan(self, scene)
        let width = kind.facts.shape == .line ? rect.width : min(rect.width, 100)
        guard width >= 4, rect.height >= 1 else { return }
        let hasBorder = rect.height >= 3
        let inner = max(1, width - 4)
        let panel = panel(width: inner, scene)
        let body = body(plan, width: inner)
        let border = hasBorder ? 2 : 0
        let height = min(rect.height, panel.count + body.count + border)
        let box = Rect(x: rect.x + (rect.width - width) / 2, y: rect.y, width: width, height: height)
        frame.fill(box, Cell(" "))
        frame.cursor = nil
        let content = box.inset(left: 2, top: border / 2, right: 2, bottom: border / 2)
        let (above, below) = draw(panel, body, into: &frame, in: content)
        guard hasBorder else { return }
        drawBorder(plan, above: above, below: below, into: &frame, in: box, scene)
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

    /// The border: what the form is and how much is out of sight at the left, whose it is at the right.
    private func drawBorder(
        _ plan: FormPlan,
        above: Int,
        below: Int,
        into frame: inout Frame,
        in box: Rect,
        _ scene: Scene
    ) {
        var title = [Span(plan.title ?? kind.facts.title, .title)]
        if above > 0 { title.append(Span("  \(above) more above", Style(.caution))) }
        let who = stay(scene).map { Words.clip(Words.who($0.decided), max(0, box.width - 8 - title.width)) } ?? ""
        let isWorthIt = CellWidth.of(who) >= 8
        let panel = Panel(
            title,
            trailing: isWorthIt ? [Span(who, .title)] : [],
            footer: below > 0 ? [Span("\(below) more below", Style(.caution))] : []
        )
        panel.draw(into: &frame, in: box, scene.surroundings.glyphs)
    }
}
