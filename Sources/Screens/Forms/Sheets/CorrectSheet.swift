import Session
import Wording

/// A correction: a new value laid over an entry, or a void; the old one stays visible, struck through.
struct CorrectSheet: FormSheet {
    var facts: FormFacts {
        FormFacts("correct an entry", help: "correct or void the chosen entry")
    }

    func prepare(_ form: inout Form, _ scene: Scene) {
        guard let entry = form.entry, let session = form.stay(scene)?.decided else { return }
        guard let target = Self.target(of: entry, session) else { return }
        form.picks["entry"] = ["\(target)"]
        form.focus = "action"
        Self.fill(&form, scene)
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        guard let session = form.stay(scene)?.decided else { return FormPlan("Correct an entry", []) }
        let entries = Self.recent(session)
        let choices = Choice.numbered(entries.map { ("\($0.event.number)", Self.words($0, session, scene)) })
        var fields = [
            Field("entry", "Entry", .list(choices), isRequired: true, hint: "1-9, arrows, or letters to find it")
        ]
        if let target = Self.target(form, session) {
            let actions =
                target.body.traits.correction == .amended
                ? [Choice("amend", "c", "correct it"), Choice("void", "v", "void it")]
                : [Choice("void", "v", "void it")]
            fields.append(Field("action", "What to do", .choice(actions), isRequired: true))
            if form.pick("action") == "amend" { fields += Self.values(target.body, form, scene) }
            fields += ReasonFields(reasons: session.rules.reasons.correction).fields(form)
            if Self.takesWitness(target, form) { fields.append(Self.witness) }
        }
        return FormPlan("Correct an entry", act: "record the correction", fields)
    }

    func complete(_ form: Form, _ scene: Scene) -> Completion {
        guard let session = form.stay(scene)?.decided, let target = Self.target(form, session) else {
            return .problem("entry", "Entry: choose one")
        }
        let reasons = ReasonFields(reasons: session.rules.reasons.correction)
        guard let reason = reasons.reason(form) else { return reasons.missing }
        let number = target.event.number
        guard form.pick("action") == "amend" else {
            let witness = Self.takesWitness(target, form) ? form.text("witness") : ""
            let void = Command.void(target: number, reason: reason, witness: witness.isEmpty ? nil : witness)
            return form.record(void, scene)
        }
        switch Self.replacement(target.body, form, scene) {
        case .stop(let completion): return completion
        case .done(let body, let takenBack):
            if body == target.body { return .problem("action", "this is what it says already") }
            let amendment = Command.amend(
                target: number,
                replacement: body,
                reason: reason,
                takingBack: takenBack
            )
            return form.record(amendment, scene)
        }
    }

    /// A drug that was drawn is on the balance: who saw that it never was, where somebody did.
    private static let witness = Field(
        "witness",
        "Witness",
        .text,
        hint: "a second person, that it was never drawn; empty: it stays on the balance"
    )

    private static func takesWitness(_ target: EffectiveEntry, _ form: Form) -> Bool {
        guard case .drugDrawn = target.body else { return false }
        return form.pick("action") == "void"
    }

    enum Step {
        case stop(Completion)
        case done(Event.Body, takingBack: Set<Parameter>)
    }

    /// The entries that can be corrected, newest first.
    static func recent(_ session: Session) -> [EffectiveEntry] {
        session.effectiveEntries.reversed().filter { $0.event.body.traits.correction.canBeVoided }
    }

    /// The entry that is meant by a number: a correction's own target, or the newest before it that can be corrected.
    private static func target(of number: Int, _ session: Session) -> Int? {
        guard session.entries.indices.contains(number) else { return nil }
        if case .entryAmended(let target, _, _) = session.entries[number].body { return target }
        return recent(session).map(\.event.number).filter { $0 <= number }.max()
    }

    static func target(_ form: Form, _ session: Session) -> EffectiveEntry? {
        guard let number = form.pick("entry").flatMap({ Int($0) }), session.entries.indices.contains(number) else {
            return nil
        }
        return session.entry(number)
    }

    private static func words(_ entry: EffectiveEntry, _ session: Session, _ scene: Scene) -> String {
        let now = scene.ward.nowUTCMicros
        let clock = Words.clock(entry.observedUTCMicros, session.zone, seenFrom: now)
        return Words.clean("\(clock)  \(Words.describe(entry.body))")
    }
}
