package import Canvas
import Session

extension Desk {
    /// Draws the console's screen at a size.
    package func draw(size: Size, in scene: Scene) -> Frame {
        var frame = Frame(size: size)
        if DeskRooms.isTooSmall(size) {
            TinyScreen(ward: scene.ward).draw(into: &frame)
            return frame
        }
        var desk = self
        let scene = desk.settle(scene)
        desk.openFirstRun(scene)
        desk.drawAll(into: &frame, DeskRooms(size, scene.ward), scene)
        return frame
    }

    private func drawAll(into frame: inout Frame, _ rooms: DeskRooms, _ scene: Scene) {
        let situation = situation(scene)
        let glyphs = scene.surroundings.glyphs
        let room = form.map {
            FormRoom($0.form.kind.facts.shape, rows: $0.form.rows, in: rooms.content, beside: place, scene)
        }
        let box = interruptionBox(in: rooms.content, scene)
        let placeRoom = (box?.room ?? room)?.place ?? rooms.content
        if placeRoom.height > 0 { place.draw(into: &frame, in: placeRoom, scene) }
        TopBar(scene: scene).draw(into: &frame, in: rooms.topBar)
        identity(scene).draw(into: &frame, in: rooms.identity)
        FaultBanner(faults: scene.ward.faults).draw(into: &frame, in: rooms.faults)
        if let form, let room {
            frame.fill(room.form, Cell())
            form.form.draw(into: &frame, in: room.form, scene)
        }
        if let box {
            frame.fill(box.room.form, Cell())
            let inside = Panel([Span("Closed by another console", .title)], isFocused: true)
                .draw(into: &frame, in: box.room.form, glyphs)
            for (row, line) in box.lines.enumerated() where row < inside.height {
                frame.put(line, x: inside.x, y: inside.y + row, width: inside.width)
            }
        }
        if let chooser {
            chooser.draw(chooser.bindings(of: table, in: situation), into: &frame, in: rooms.content, glyphs)
        }
        statusLine(scene, frame.size).draw(into: &frame, in: rooms.status)
        hintBar(situation, scene).draw(into: &frame, in: rooms.hints)
    }

    /// What is said of a session that another console closed, whole, in the room of a line.
    private func interruptionBox(in area: Rect, _ scene: Scene) -> (room: FormRoom, lines: [[Span]])? {
        guard let interruption else { return nil }
        let width = max(1, area.width - 4)
        let lines = [Span(interruption, Style(.fault, .bold))].wrapped(first: width, rest: width)
        return (FormRoom(.line, rows: lines.count + 2, in: area, beside: place, scene), lines)
    }

    private func statusLine(_ scene: Scene, _ size: Size) -> StatusLine {
        var line = StatusLine(
            notice: notice,
            echo: liveEcho(scene),
            ward: scene.ward,
            drafts: Array(drafts.keys)
        )
        line.parting = liveParting(scene)
        guard form?.form.kind != .checkIn, let stay = inQuestion(scene) else { return line }
        line.alert = scene.ward.nameAlert(of: stay)
        // In the Session view the panel of clocks names the allergies, on a wide screen the identity does.
        if size.columns < IdentityBar.wide, !type(of: place).namesAllergies || form != nil {
            line.patient = stay.decided.patient
        }
        return line
    }

    /// The session of the open form, else the one the next key acts on.
    private func inQuestion(_ scene: Scene) -> Stay? {
        form.flatMap { $0.slot.session.flatMap { scene.ward.stay($0) } } ?? place.subject(scene)
    }

    /// The identity in question: the form's patient while a form is open, else the one the next key acts on.
    private func identity(_ scene: Scene) -> IdentityBar {
        if let form, form.form.kind == .checkIn {
            // Nobody else's name may stand over a patient who is being entered.
            return IdentityBar(stay: nil, place: "NEW", words: "patient being checked in")
        }
        let chair = place.emptyChair(scene) ?? ""
        return IdentityBar(stay: inQuestion(scene), place: chair, words: chair.isEmpty ? "" : "empty")
    }

    private func hintBar(_ situation: Situation, _ scene: Scene) -> HintBar {
        if interruption != nil { return HintBar(hints: [Hint("Esc", "go on")], last: nil) }
        if chooser != nil {
            return HintBar(hints: [Hint("Enter", "run"), Hint("Up/Down", "choose"), Hint("Esc", "back")], last: nil)
        }
        if let form {
            var hints = form.form.hints(scene)
            let isAlone = form.form.kind.facts.shape == .alone
            if isAlone { hints.removeAll { $0.key == "Esc" } }
            return HintBar(hints: hints, last: isAlone ? Hint("Ctrl-C", "leave") : nil)
        }
        let shown = table.valid(in: situation).filter { !$0.hint.isEmpty && $0.action != .help }
        return HintBar(hints: shown.map { Hint($0.shown, $0.hint) }, last: Hint("?", "keys"))
    }
}
