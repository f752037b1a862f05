import Canvas
import Session

extension Desk {
    /// Does what a key or a command means.
    mutating func run(_ action: KeyAction, _ scene: Scene) -> [Intent] {
        if action.needsName, typing == nil {
            var waiting = Asked(action: action, session: place.subject(scene)?.id)
            if case .vitals(let digit) = action {
                waiting.line = String(digit)
                waiting.lineAtUTCMicros = scene.ward.nowUTCMicros
            }
            asked = waiting
            open(FormSlot(session: nil, kind: .whoIsTyping), scene)
            if !waiting.line.isEmpty { sayKept(waiting.line) }
            return []
        }
        switch action {
        case .here(let row):
            let room = DeskRooms(size, scene.ward).content
            take(place.press(row, scene, in: room), scene)
        case .form(let kind):
            open(FormSlot(session: kind.needsSession ? place.subject(scene)?.id : nil, kind: kind), scene)
        case .vitals(let digit):
            open(FormSlot(session: place.subject(scene)?.id, kind: .vitals), scene, typed: digit)
        case .pause: return pause(scene)
        case .correct: correct(scene)
        case .help: chooser = Chooser(.help)
        case .palette: chooser = Chooser(.palette)
        case .leave: return [.leave]
        }
        return []
    }

    /// Opens a form, or the draft of it that was put aside; a line begun with a digit is always a new one.
    mutating func open(
        _ slot: FormSlot,
        _ scene: Scene,
        typed: Character? = nil,
        entry: Int? = nil
    ) {
        if slot.kind.needsSession, slot.session == nil { return }
        let draft = typed == nil && entry == nil ? restored(slot) : nil
        if draft != nil {
            notice = Notice(text: "Unfinished entry restored; Esc puts it aside again.", isGrave: false)
        }
        var new =
            draft
            ?? Form.make(
                slot.kind,
                session: slot.session,
                scene: scene,
                typed: typed,
                entry: entry
            )
        // A patient checked in from an empty chair most likely sits in it; the field can still be changed.
        if draft == nil, slot.kind == .checkIn, let chair = place.emptyChair(scene) {
            new.choose(CheckInSheet.Name.chair, chair)
        }
        if draft != nil { new.reopen(scene) }
        form = OpenForm(form: new, slot: slot)
    }

    /// Takes the newest draft of a slot from the pile.
    mutating func restored(_ slot: FormSlot) -> Form? {
        let draft = drafts[slot]?.popLast()
        if drafts[slot]?.isEmpty == true { drafts[slot] = nil }
        return draft
    }

    /// Does what a place asks for.
    mutating func take(_ step: PlaceStep, _ scene: Scene) {
        switch step {
        case .stay: break
        case .say(let text): notice = Notice(text: text, isGrave: false)
        case .go(let next): path.append(next)
        case .back: goBack(scene)
        }
    }

    /// Leaves a place for the one it was entered from; from the first there is no way back.
    mutating func goBack(_ scene: Scene) {
        guard path.count > 1 else { return }
        let session = path.removeLast().subject(scene)?.id
        place.comeBack(from: session, scene)
    }

    /// A pause is a fact: it is recorded at once, and its reason is asked before the resume.
    private mutating func pause(_ scene: Scene) -> [Intent] {
        guard let stay = place.subject(scene), let typing else { return [] }
        return [.record(session: stay.id, .pause(nil), by: .staff(id: typing.id, role: typing.role))]
    }

    /// Corrects the entry just echoed, as the echo promises, else the chosen one, else the newest that a person made.
    private mutating func correct(_ scene: Scene) {
        let echoed = liveEcho(scene).map { EntryReference(session: $0.session, number: $0.number) }
        let target = echoed ?? place.correctable(scene)
        guard let target else { return }
        let traits = scene.ward.stay(target.session)?.decided.entries[target.number].body.traits
        let correction = traits?.correction
        if correction == .keptAndAmended {
            open(FormSlot(session: target.session, kind: .details), scene)
            return
        }
        guard correction?.canBeVoided == true else {
            let text =
                traits?.weight == .aside
                ? "A correction is itself an entry that stays: choose the entry it belongs to."
                : "This entry stays as it is: record what is true as an entry of its own."
            notice = Notice(text: text, isGrave: false)
            return
        }
        guard scene.ward.stay(target.session)?.decided.entry(target.number).voidedBy == nil else {
            notice = Notice(text: "This entry is void: it stays as it is. Record what is true anew.", isGrave: false)
            return
        }
        open(FormSlot(session: target.session, kind: .correct), scene, entry: target.number)
    }
}
