import Session
import Wording

/// A correction: a new value laid over an entry, or a void; the old one stays visible, struck through.
struct CorrectSheet: FormSheet {
    enum Name: String, FieldName {
        case entry, action, line, witness
    }

    enum Action: String, FormAnswer {
        case amend = "correct it"
        case void = "void it"
    }

    var facts: FormFacts {
        FormFacts("correct an entry", help: "correct or void the chosen entry")
    }

    func prepare(_ form: inout Form, _ scene: Scene) {
        guard let entry = form.entry, let session = form.stay(scene)?.decided else { return }
        guard let target = Self.target(of: entry, session) else { return }
        form.choose(Name.entry, "\(target)")
        form.focus = Name.action.id
        Self.fill(&form, scene)
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        guard let session = form.stay(scene)?.decided else { return FormPlan([]) }
        let entries = Self.recent(session)
        let choices = Choice.numbered(entries.map { ("\($0.event.number)", Self.words($0, session, scene)) })
        var fields = [
            Field(Name.entry, "Entry", .list(choices), isRequired: true, hint: "1-9, arrows, or letters to find it")
        ]
        if let target = Self.target(form, session) {
            let actions: [Action] = target.body.traits.correction == .amended ? [.amend, .void] : [.void]
            let choices = actions.map { Choice($0) }
            fields.append(Field(Name.action, "What to do", .choice(choices), isRequired: true))
            if form.answer(Name.action) == Action.amend { fields += Self.values(target.body, form, scene) }
            fields += ReasonFields(reasons: session.rules.reasons.correction).fields(form)
            if Self.takesWitness(target, form) { fields.append(Self.witness) }
        }
        return FormPlan(act: "record the correction", fields)
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        guard let session = form.stay(scene)?.decided, let target = Self.target(form, session) else {
            throw .problem(Name.entry, "Entry: choose one")
        }
        let reason = try ReasonFields(reasons: session.rules.reasons.correction).reason(form)
        let number = target.event.number
        let action: Action = try form.needed(Name.action)
        switch action {
        case .void:
            let witness = Self.takesWitness(target, form) ? form.text(Name.witness) : ""
            let void = Command.void(target: number, reason: reason, witness: witness.isEmpty ? nil : witness)
            return try form.record(void, scene)
        case .amend:
            let (body, takenBack) = try Self.replacement(target.body, form, scene)
            if body == target.body { throw .problem(Name.action, "this is what it says already") }
            let amendment = Command.amend(
                target: number,
                replacement: body,
                reason: reason,
                takingBack: takenBack
            )
            return try form.record(amendment, scene)
        }
    }

    /// A drug that was drawn is on the balance: who saw that it never was, where somebody did.
    private static let witness = Field(
        Name.witness,
        "Witness",
        .text,
        hint: "a second person, that it was never drawn; empty: it stays on the balance"
    )

    private static func takesWitness(_ target: EffectiveEntry, _ form: Form) -> Bool {
        guard case .drugDrawn = target.body else { return false }
        return form.answer(Name.action) == Action.void
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
        guard let number = form.pick(Name.entry).flatMap({ Int($0) }), session.entries.indices.contains(number) else {
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
