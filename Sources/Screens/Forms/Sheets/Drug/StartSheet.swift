import Session
import Wording

/// The start: rate, volume and concentration as the pump shows them, read back and never filled in.
struct StartSheet: FormSheet {
    enum Name: String, FieldName {
        case rate, volume, concentration, container
    }

    var facts: FormFacts {
        FormFacts("start the infusion", help: "start the infusion", menu: FormMenu("s", [.ready: 40]))
    }

    func prepare(_ form: inout Form, _ scene: Scene) {
        guard let session = form.stay(scene)?.decided else { return }
        let containers = session.containers
        if containers.count == 1 { form.choose(Name.container, containers[0].name) }
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let stay = form.stay(scene)
        let containers = stay?.decided.containers ?? []
        let choices = Choice.numbered(containers.map { ($0.name, Words.clean("\($0.name): \($0.drug)")) })
        var fields: [Field] = []
        fields += NameAlertFields.fields(form, scene)
        fields += [
            .heading("Read back from the pump:"),
            Field(Name.rate, "Rate", .number(unit: "mL/h", decimals: 3), isRequired: true),
            Field(Name.volume, "Volume to give", .number(unit: "mL", decimals: 6), isRequired: true),
            Field(Name.concentration, "Concentration", .number(unit: "mg/mL", decimals: 3), isRequired: true),
            Field(
                Name.container,
                "Container",
                .choice(choices),
                isRequired: true,
                hint: choices.isEmpty ? "none is drawn yet: Esc, \(form.key(to: .drug, scene))" : ""
            ),
            LateTime.field("Started at", like: "10:05, or -4 for 4 min ago"),
        ]
        return FormPlan(act: "start", fields + figures(form, stay))
    }

    private func figures(_ form: Form, _ stay: Stay?) -> [Field] {
        guard let session = stay?.decided else { return [] }
        var fields: [Field] = []
        // What is read back is read from the pump: the order stands here once its three figures are typed.
        guard let pump = Self.pump(form) else { return [] }
        if let order = session.order, let plan = DoseArithmetic.plan(order) {
            let text =
                "\(plan.pumpRateText), \(plan.volumeText) at "
                + DoseArithmetic.milligramsPerMilliliter(order.concentrationMicrogramsPerMilliliter)
            fields.append(.computed("The order", text, style: .hint))
        } else {
            fields.append(.computed("The order", "there is none", style: .warning))
        }
        guard let grams = session.order?.weightGrams ?? session.patient?.weightGrams,
            let text = Self.comesTo(pump, grams: grams)
        else { return fields }
        let differs = session.order.map { pump.differences(from: $0, session.rules.dose).map(\.rawValue) } ?? []
        fields.append(.computed("The pump gives", text, style: differs.isEmpty ? .good : .warning))
        if !differs.isEmpty {
            fields.append(
                .computed("", "NOT AS ORDERED: " + differs.joined(separator: ", "), style: .problem)
            )
        }
        return fields
    }

    /// `40 mg in 40 min, 12.5 mcg/kg/min`; nil for what no pump is set to.
    static func comesTo(_ pump: PumpSettings, grams: Int) -> String? {
        guard pump.isPossible, grams > 0 else { return nil }
        let dose = DoseArithmetic.micrograms(
            volumeNanoliters: pump.volumeNanoliters,
            concentrationMicrogramsPerMilliliter: pump.concentrationMicrogramsPerMilliliter
        )
        let rate = DoseArithmetic.nanogramsPerKgMinute(
            rateMicrolitersPerHour: pump.rateMicrolitersPerHour,
            concentrationMicrogramsPerMilliliter: pump.concentrationMicrogramsPerMilliliter,
            weightGrams: grams
        )
        let seconds = DoseArithmetic.divide(pump.volumeNanoliters * 36, by: pump.rateMicrolitersPerHour * 10)
        let time = Words.countdown(Int64(seconds) * Micros.perSecond)
        return "\(DoseArithmetic.milligrams(dose)) in \(time), \(DoseArithmetic.microgramsPerKgMinute(rate))"
    }

    static func pump(_ form: Form) -> PumpSettings? {
        guard let rate = form.number(Name.rate, decimals: 3), let volume = form.number(Name.volume, decimals: 6),
            let concentration = form.number(Name.concentration, decimals: 3)
        else { return nil }
        return PumpSettings(
            rateMicrolitersPerHour: rate,
            volumeNanoliters: volume,
            concentrationMicrogramsPerMilliliter: concentration,
            container: form.pick(Name.container) ?? ""
        )
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        for (name, decimals) in [(Name.rate, 3), (.volume, 6), (.concentration, 3)]
        where form.number(name, decimals: decimals) == 0 { throw .problem(name, "this must be above 0") }
        guard let pump = Self.pump(form) else { throw .problem(Name.rate, "the pump's three figures are needed") }
        let answers = NameAlertFields.answers(form, scene)
        let instant = try LateTime.instant(form, scene)
        return try form.record(.start(pump, answers: answers, observedAtMicros: instant), scene)
    }
}
