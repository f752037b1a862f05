import Session
import Wording

/// The dose has ended: completed, or early with its reason; now, or at a time that is named.
struct StopSheet: FormSheet {
    enum Name: String, FieldName {
        case ending, volume
    }

    private enum Asked: String, FieldName {
        case complete
    }

    private enum Ending: String, FormAnswer {
        case completed, early
    }

    var facts: FormFacts {
        FormFacts(
            "stop the infusion",
            help: "stop the infusion: completed, or early",
            menu: FormMenu("e", [.dosing: 20, .paused: 20])
        )
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let stay = form.stay(scene)
        var fields = [Field(Name.ending, "The infusion", .choice(Ending.self), isRequired: true)]
        switch form.answer(Name.ending) as Ending? {
        case .early: fields += Self.reason(stay).fields(form)
        case .completed, nil: break
        }
        fields.append(LateTime.field("Stopped at"))
        fields.append(
            Field(
                Name.volume,
                "Pump reads",
                .number(unit: "mL", decimals: 6),
                hint: "given, as the pump shows it; may stay empty"
            )
        )
        if let stay, let dose = stay.decided.dose(at: stay.now) {
            let text =
                "\(Words.calculated(dose.givenNanoliters, stay.decided)), "
                + DoseArithmetic.milligrams(dose.givenMicrograms, decimals: 1)
            fields.append(.computed("By calculation", text, style: .hint))
        }
        return FormPlan(act: "record the stop", fields)
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        let ending: Ending = try form.needed(Name.ending)
        let reason: StopReason =
            switch ending {
            case .early: .early(try Self.reason(form.stay(scene)).reason(form))
            case .completed: .completed
            }
        let instant = try LateTime.instant(form, scene)
        let volume = form.number(Name.volume, decimals: 6)
        if reason == .completed { try Self.confirmComplete(volume, at: instant, form, scene) }
        let read = volume.map { Command.readVolume(volumeNanoliters: $0, stillInfuses: false) }
        return try form.record(.stop(reason, observedAtMicros: instant), then: read, scene)
    }

    static func reason(_ stay: Stay?) -> ReasonFields {
        ReasonFields(reasons: stay?.decided.rules.reasons.stop ?? [])
    }

    /// Asks where a dose is called complete and the pump, or the calculation, says that it is not.
    static func confirmComplete(
        _ pumpNanoliters: Int?,
        at instant: Int64?,
        _ form: Form,
        _ scene: Scene
    ) throws(FormStop) {
        let doubt = doubt(pumpNanoliters, at: instant, form.stay(scene))
        try form.confirm(Asked.complete, doubt.map { [$0] } ?? [], yes: "completed all the same")
    }

    /// The pump's own figure is believed before the calculated one.
    private static func doubt(_ pumpNanoliters: Int?, at instant: Int64?, _ stay: Stay?) -> String? {
        guard let stay else { return nil }
        let now = instant.map(stay.now.earlier) ?? stay.now
        guard let dose = stay.decided.dose(at: now) else { return nil }
        let given = pumpNanoliters ?? dose.givenNanoliters
        guard DoseState.differs(given, from: dose.programmedNanoliters) else { return nil }
        let source = pumpNanoliters == nil ? "By calculation" : "The pump says"
        let shown = pumpNanoliters.map { DoseArithmetic.milliliters($0) } ?? Words.calculated(given, stay.decided)
        return "\(source) \(shown) of \(DoseArithmetic.milliliters(dose.programmedNanoliters)): "
            + "completed, or stopped early?"
    }
}
