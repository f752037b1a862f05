import Canvas
import Session
import Wording

extension Desk {
    /// Learns what became of an intent, and returns what follows from it.
    package mutating func receive(_ outcome: Outcome, in scene: Scene) -> [Intent] {
        var scene = scene
        scene.typing = typing
        let intents = tellForm(outcome, scene)
        switch outcome {
        case .accepted(let session, let events):
            if case .sessionOpened = events.first?.body { path.append(SessionView(session: session)) }
            if events.contains(where: { $0.body == .sessionClosed }) {
                signedHere.insert(session)
                closing[session] = scene.ward.stay(session)?.decided.patient.map { Words.clean($0.name) } ?? "Session"
            }
        case .durable(let session, let numbers):
            place.entryIsSaved()
            if let name = closing.removeValue(forKey: session) {
                parting = Parting(
                    text: "\(name): CLOSED and signed",
                    untilUTCMicros: scene.ward.nowUTCMicros + Self.echoMicros
                )
            }
            echo = Echo(
                session: session,
                number: echoed(numbers, of: scene.ward.stay(session)?.decided),
                untilUTCMicros: scene.ward.nowUTCMicros + Self.echoMicros
            )
        case .refused(let refusal):
            if form == nil { notice = Notice(text: Words.sentenceWithKey(of: refusal), isGrave: false) }
        case .failed(let why):
            if form == nil { notice = Notice(text: why, isGrave: true) }
        case .staffAdded, .configured:
            break
        }
        return intents
    }

    /// Of the entries one command made, the one a person entered: what followed from it cannot be corrected.
    private func echoed(_ numbers: ClosedRange<Int>, of session: Session?) -> Int {
        numbers.last { number in
            guard let session, session.entries.indices.contains(number) else { return false }
            return session.entries[number].body.traits.correction.canBeVoided
        } ?? numbers.upperBound
    }

    /// Hands the outcome to the form that waits for it.
    private mutating func tellForm(_ outcome: Outcome, _ scene: Scene) -> [Intent] {
        guard var open = form, open.isSent else { return [] }
        switch outcome {
        case .durable: return []
        case .accepted, .configured, .staffAdded, .refused, .failed: break
        }
        open.isSent = false
        let step = open.form.receive(outcome, scene)
        form = open
        if step == .putAside, outcome.wasTaken {
            form = nil
            return proceed(scene)
        }
        return take(step, scene)
    }

    /// Makes the desk ready for whoever sits down at it after its line dropped.
    ///
    /// The drafts wait, but nobody is named: with one login for a ward, the next at the keys may be somebody else, and
    /// nothing of theirs may be recorded under the earlier name.
    package mutating func takeUpAgain() {
        putFormAside()
        chooser = nil
        asked = nil
        echo = nil
        typing = nil
    }

    /// Says to whoever sat at this console when its station stopped what is lost; it stands until a key.
    ///
    /// No patient is chosen: the one it stood at need not be the first.
    package mutating func tellStartedAgain() {
        path = [Board(choosesFirst: false)]
        notice = Notice(text: "Station started again: a half-typed line is lost. u names you.", isGrave: true)
    }

    /// Closes the form; what was typed in it is kept as a draft.
    private mutating func putFormAside() {
        guard let open = form else { return }
        form = nil
        // The form may have led to another one meanwhile: what is kept is filed under what it is now.
        let slot = FormSlot(session: open.form.session, kind: open.form.kind)
        if open.form.isDraftWorthKeeping { drafts[slot, default: []].append(open.form) }
        if open.slot.kind == .whoIsTyping { asked = nil }
    }

    /// Does what a form's step asks for.
    mutating func take(_ step: FormStep, _ scene: Scene) -> [Intent] {
        guard var open = form else { return [] }
        switch step {
        case .stay:
            return []
        case .putAside:
            putFormAside()
            return []
        case .submit(let intent):
            open.isSent = true
            form = open
            return [intent]
        case .typing(let member):
            typing = member
            form = nil
            var scene = scene
            scene.typing = member
            return proceed(scene)
        }
    }

    /// Goes on with what was asked while nobody was named.
    private mutating func proceed(_ scene: Scene) -> [Intent] {
        guard typing != nil, let waiting = asked else { return [] }
        asked = nil
        // The focus may have changed hands meanwhile: an action is never carried to another patient.
        guard place.subject(scene)?.id == waiting.session else { return [] }
        let intents = run(waiting.action, scene)
        for character in waiting.line.dropFirst() { _ = form?.form.handle(.character(character), scene) }
        return intents
    }
}

extension Outcome {
    /// Whether the station did what was asked.
    var wasTaken: Bool {
        switch self {
        case .accepted, .durable, .staffAdded, .configured: true
        case .refused, .failed: false
        }
    }
}
