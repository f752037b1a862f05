import Session

/// The pump's own figure, and whether it runs; also asked of each live chair after the station was off.
struct ReadVolumeSheet: FormSheet {
    let isAfterStationOff: Bool

    func plan(_ form: Form, _ context: FormContext) -> FormPlan {
        var fields: [Field] = []
        if isAfterStationOff { fields.append(.heading("The station was off. What does the pump say now?")) }
        fields += [
            Field("infuses", "Still infuses", .choice(StaffChoices.yesNo), isRequired: true),
            Field(
                "volume",
                "Volume given",
                .number(unit: "mL", decimals: 6),
                isRequired: true,
                hint: "as the pump shows it"
            ),
        ]
        if let stay = form.stay(context), let dose = stay.decided.dose(at: stay.now) {
            let calculated = DoseArithmetic.milliliters(dose.givenNanoliters, decimals: 1)
            fields.append(.computed("calculated", "By calculation", calculated, style: .hint))
        }
        return FormPlan(isAfterStationOff ? FormKind.stationWasOff.title : "Pump reads", fields)
    }

    func complete(_ form: Form, _ context: FormContext) -> Completion {
        guard let volume = form.number("volume", decimals: 6) else {
            return .problem("volume", "Volume given is needed")
        }
        return form.record(.readVolume(volumeNanoliters: volume, stillInfuses: form.pick("infuses") == "yes"), context)
    }
}
