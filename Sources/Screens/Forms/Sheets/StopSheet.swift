import Session
import Wording

/// The dose has ended: completed, or early with its reason; now, or at a time that is named.
struct StopSheet: FormSheet {
    var facts: FormFacts {
        FormFacts(
            "stop the infusion",
            help: "stop the infusion: completed, or early",
            menu: FormMenu("e", [.dosing: 20, .paused: 20])
        )
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let stay = form.stay(scene)
        let ways = [Choice("completed", "c", "completed"), Choice("early", "e", "early")]
        var fields = [Field("how", "The infusion", .choice(ways), isRequired: true)]
        if form.pick("how") == "early" { fields += Self.reason(stay).fields(form) }
        fields.append(Field("at", "Stopped at", .text, hint: "empty: now; or 14:20, or -4 for 4 min ago"))
        fields.append(
            Field(
                "volume",
                "Pump reads",
                .number(unit: "mL", decimals: 6),
                hint: "given, as the pump shows it; may stay empty"
            )
        )
        if let stay, let dose = stay.decided.dose(at: stay.now) {
            let text =
                "\(Words.calculated(dose.givenNanoliters, stay.decided)), "
                + DoseArithmetic.milligrams(dose.givenMicrograms, decimals: 1)
            fields.append(.computed("calculated", "By calculation", text, style: .hint))
        }
        return FormPlan("Stop the infusion", act: "record the stop", fields)
    }

    func complete(_ form: Form, _ scene: Scene) -> Completion {
        let reasons = Self.reason(form.stay(scene))
        let reason: StopReason
        if form.pick("how") == "early" {
            guard let early = reasons.reason(form) else { return reasons.missing }
            reason = .early(early)
        } else {
            reason = .completed
        }
        switch LateTime.instant("at", form, scene) {
        case .failure(let problem): return problem.completion("at")
        case .success(let instant):
            let volume = form.number("volume", decimals: 6)
            if reason == .completed, form.remembered["complete"] == nil,
                let doubt = Self.doubt(volume, at: instant, form.stay(scene))
            {
                return .ask(.confirm([doubt], yes: "completed all the same", .remember("complete", "yes")))
            }
            let read = volume.map { Command.readVolume(volumeNanoliters: $0, stillInfuses: false) }
            return form.record(.stop(reason, observedAtMicros: instant), then: read, scene)
        }
    }

    static func reason(_ stay: Stay?) -> ReasonFields {
        ReasonFields(reasons: stay?.decided.rules.reasons.stop ?? [])
    }

    /// What is asked where a dose is called complete and the pump, or the calculation, says that it is not.
    ///
    /// The pump's own figure is believed before the calculated one.
    static func doubt(_ pumpNanoliters: Int?, at instant: Int64?, _ stay: Stay?) -> String? {
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
