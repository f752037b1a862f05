import Session

/// The dose has ended: completed, or early with its reason; now, or at a time that is named.
struct StopSheet: FormSheet {
    func plan(_ form: Form, _ context: FormContext) -> FormPlan {
        let stay = form.stay(context)
        let ways = [Choice("completed", "c", "completed"), Choice("early", "e", "early")]
        var fields = [Field("how", "The infusion", .choice(ways), isRequired: true)]
        if form.pick("how") == "early" {
            let reasons = stay?.decided.rules.reasons.stop ?? []
            fields.append(Field("reason", "Because", .choice(StaffChoices.reasons(reasons)), isRequired: true))
        }
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
                "\(DoseArithmetic.milliliters(dose.givenNanoliters, decimals: 1)), "
                + DoseArithmetic.milligrams(dose.givenMicrograms, decimals: 1)
            fields.append(.computed("calculated", "By calculation", text, style: .hint))
        }
        return FormPlan("Stop the infusion", act: "record the stop", fields)
    }

    func complete(_ form: Form, _ context: FormContext) -> Completion {
        let reasons = form.stay(context)?.decided.rules.reasons.stop ?? []
        let reason: StopReason
        if form.pick("how") == "early" {
            guard let early = reasons.first(where: { $0.code == form.pick("reason") }) else {
                return .problem("reason", "Because: choose one")
            }
            reason = .early(early)
        } else {
            reason = .completed
        }
        switch LateTime.instant("at", form, context) {
        case .failure(let problem): return .problem("at", problem.sentence)
        case .success(let instant):
            let volume = form.number("volume", decimals: 6)
            let read = volume.map { Command.readVolume(volumeNanoliters: $0, stillInfuses: false) }
            return form.record(.stop(reason, observedAtMicros: instant), then: read, context)
        }
    }
}
