import Canvas
import Session

extension Desk {
    /// Does what a key or a command means.
    mutating func run(_ action: Action, _ ward: Ward, _ surroundings: Surroundings) -> [Intent] {
        if action.needsName, typing == nil {
            var waiting = Asked(action: action, session: subject(ward)?.id)
            if case .vitals(let digit) = action {
                waiting.line = String(digit)
                waiting.lineAtUTCMicros = ward.nowUTCMicros
            }
            asked = waiting
            open(FormSlot(session: nil, kind: .whoIsTyping), ward, surroundings)
            if !waiting.line.isEmpty { sayKept(waiting.line) }
            return []
        }
        switch action {
        case .chooseChair(let digit): choose(digit, ward)
        case .move(let direction): move(direction, ward)
        case .nextPlace: step(1, ward)
        case .previousPlace: step(-1, ward)
        case .openSession: openSession(subject(ward)?.id)
        case .back: goBack(ward)
        case .form(let kind):
            open(FormSlot(session: kind.needsSession ? subject(ward)?.id : nil, kind: kind), ward, surroundings)
        case .vitals(let digit):
            open(FormSlot(session: subject(ward)?.id, kind: .vitals), ward, surroundings, typed: digit)
        case .pause: return pause(ward)
        case .correct: correct(ward, surroundings)
        case .whoIsTyping: open(FormSlot(session: nil, kind: .whoIsTyping), ward, surroundings)
        case .help: chooser = Chooser(.help)
        case .palette: chooser = Chooser(.palette)
        case .leave: return [.leave]
        }
        return []
    }

    /// Opens a form, or the draft of it that was put aside; a line begun with a digit is always a new one.
    mutating func open(
        _ slot: FormSlot,
        _ ward: Ward,
        _ surroundings: Surroundings,
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
                scene: scene(ward, surroundings),
                typed: typed,
                entry: entry
            )
        // A patient checked in from an empty chair most likely sits in it; the field can still be changed.
        if draft == nil, slot.kind == .checkIn, case .chair(let chair) = focus, subject(ward) == nil {
            new.picks["chair"] = [chair]
        }
        if draft != nil { new.reopen(scene(ward, surroundings)) }
        form = OpenForm(form: new, slot: slot)
    }

    /// Takes the newest draft of a slot from the pile.
    mutating func restored(_ slot: FormSlot) -> Form? {
        let draft = drafts[slot]?.popLast()
        if drafts[slot]?.isEmpty == true { drafts[slot] = nil }
        return draft
    }

    mutating func openSession(_ id: String?) {
        guard let id else { return }
        place = .session(id)
        selectedEntry = nil
    }

    private mutating func goBack(_ ward: Ward) {
        if selectedEntry != nil {
            selectedEntry = nil
            return
        }
        if case .session(let id) = place { focus = Seating(ward).spot(of: id) ?? focus }
        place = .board
    }

    /// A pause is a fact: it is recorded at once, and its reason is asked before the resume.
    private mutating func pause(_ ward: Ward) -> [Intent] {
        guard let stay = subject(ward), let typing else { return [] }
        return [.record(session: stay.id, .pause(nil), by: .staff(id: typing.id, role: typing.role))]
    }

    /// Corrects the entry just echoed, as the echo promises, else the chosen one, else the newest that a person made.
    private mutating func correct(_ ward: Ward, _ surroundings: Surroundings) {
        var target: (session: String, number: Int)?
        if let echo = liveEcho(ward) {
            target = (echo.session, echo.number)
        } else if case .session(let id) = place, let stay = ward.stay(id) {
            let newest = stay.decided.entries.last {
                $0.body.traits.correction.canBeVoided && stay.decided.entry($0.number).voidedBy == nil
            }
            if let number = selectedEntry ?? newest?.number { target = (id, number) }
        }
        guard let target else { return }
        let traits = ward.stay(target.session)?.decided.entries[target.number].body.traits
        let correction = traits?.correction
        if correction == .keptAndAmended {
            open(FormSlot(session: target.session, kind: .details), ward, surroundings)
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
        guard ward.stay(target.session)?.decided.entry(target.number).voidedBy == nil else {
            notice = Notice(text: "This entry is void: it stays as it is. Record what is true anew.", isGrave: false)
            return
        }
        open(FormSlot(session: target.session, kind: .correct), ward, surroundings, entry: target.number)
    }
}
