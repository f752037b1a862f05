package import Canvas
import Session

extension Desk {
    /// Draws the console's screen at a size.
    package func draw(size: Size, ward: Ward, surroundings: Surroundings) -> Frame {
        var frame = Frame(size: size)
        if DeskRooms.isTooSmall(size) {
            TinyScreen(ward: ward).draw(into: &frame)
            return frame
        }
        var desk = self
        desk.settle(ward, surroundings)
        desk.openFirstRun(ward, surroundings)
        desk.drawAll(into: &frame, DeskRooms(size, ward), ward, surroundings)
        return frame
    }

    private func drawAll(into frame: inout Frame, _ rooms: DeskRooms, _ ward: Ward, _ surroundings: Surroundings) {
        let situation = situation(ward)
        drawScreen(into: &frame, in: rooms.content, ward, surroundings)
        TopBar(ward: ward, surroundings: surroundings, typing: typing).draw(into: &frame, in: rooms.topBar)
        identity(ward).draw(into: &frame, in: rooms.identity)
        FaultBanner(faults: ward.faults).draw(into: &frame, in: rooms.faults)
        if let form { drawForm(form, into: &frame, in: rooms.content, ward, surroundings) }
        chooser?.draw(into: &frame, in: rooms.content, situation: situation, surroundings.glyphs)
        statusLine(ward, frame.size).draw(into: &frame, in: rooms.status)
        hintBar(situation, ward, surroundings).draw(into: &frame, in: rooms.hints)
    }

    private func drawScreen(into frame: inout Frame, in rect: Rect, _ ward: Ward, _ surroundings: Surroundings) {
        if case .session(let id) = place, let stay = ward.stay(id) {
            SessionScreen(
                glance: Glance(stay, in: ward),
                surroundings: surroundings,
                selectedEntry: selectedEntry
            )
            .draw(into: &frame, in: rect)
        } else {
            BoardScreen(ward: ward, surroundings: surroundings, focus: focus).draw(into: &frame, in: rect)
        }
    }

    private func statusLine(_ ward: Ward, _ size: Size) -> StatusLine {
        var line = StatusLine(notice: notice, echo: liveEcho(ward), ward: ward, drafts: Array(drafts.keys))
        line.parting = liveParting(ward)
        guard form?.form.kind != .checkIn, let stay = inQuestion(ward) else { return line }
        line.alert = ward.nameAlert(of: stay)
        // In the Session view the panel of clocks names the allergies, on a wide screen the identity does.
        if size.columns < IdentityBar.wide, place == .board || form != nil { line.patient = stay.decided.patient }
        return line
    }

    /// The session of the open form, else the one the next key acts on.
    private func inQuestion(_ ward: Ward) -> Stay? {
        form.flatMap { $0.slot.session.flatMap { ward.stay($0) } } ?? subject(ward)
    }

    /// The identity in question: the form's patient while a form is open, else the one the next key acts on.
    private func identity(_ ward: Ward) -> IdentityBar {
        if let form, form.form.kind == .checkIn {
            // Nobody else's name may stand over a patient who is being entered.
            return IdentityBar(stay: nil, place: "NEW", words: "patient being checked in")
        }
        let stay = inQuestion(ward)
        var place = ""
        if case .chair(let chair) = focus { place = chair }
        return IdentityBar(stay: stay, place: place, words: place.isEmpty ? "" : "empty")
    }

    /// A line stands at the bottom, over the entries; a form of many rows takes the room of the view.
    private func drawForm(
        _ open: OpenForm,
        into frame: inout Frame,
        in area: Rect,
        _ ward: Ward,
        _ surroundings: Surroundings
    ) {
        let scene = scene(ward, surroundings)
        let rows = min(area.height, max(3, open.form.rows))
        let isLine = open.form.kind.sheet.plan(open.form, scene).isLine
        let rect = Rect(x: area.x, y: isLine ? area.bottom - rows : area.y, width: area.width, height: rows)
        frame.fill(isLine ? rect : area, Cell())
        open.form.draw(into: &frame, in: isLine ? rect : area, scene)
    }

    private func hintBar(_ situation: Situation, _ ward: Ward, _ surroundings: Surroundings) -> HintBar {
        if chooser != nil {
            return HintBar(hints: [Hint("Enter", "run"), Hint("Up/Down", "choose"), Hint("Esc", "back")], last: nil)
        }
        if let form {
            var hints = form.form.hints(scene(ward, surroundings))
            // The first run cannot be put aside: there is nothing behind it.
            if form.form.kind == .firstRun { hints.removeAll { $0.key == "Esc" } }
            let isFirstRun = form.form.kind == .firstRun
            return HintBar(hints: hints, last: isFirstRun ? Hint("Ctrl-C", "leave") : nil)
        }
        let shown = Keymap.valid(in: situation).filter { !$0.hint.isEmpty && $0.action != .help }
        return HintBar(hints: shown.map { Hint($0.shown, $0.hint) }, last: Hint("?", "keys"))
    }
}
