import Session

/// The pump's own figure, and whether it runs; also asked of each live chair after the station was off.
struct ReadVolumeSheet: FormSheet {
    let isAfterStationOff: Bool

    func plan(_ form: Form, _ context: FormContext) -> FormPlan {
        var fields: [Field] = []
        if isAfterStationOff { fields.append(.heading(Self.heading(form, context))) }
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

    /// Says from when to when the station was off, and asks for the pump.
    private static func heading(_ form: Form, _ context: FormContext) -> String {
        let gap = form.stay(context)?.decided.newest {
            if case .stationWasOff(let from, let to) = $0 { (from: from, to: to) } else { nil }
        }
        let zone = context.surroundings.zone
        let times = gap.map { " from \(Words.clock($0.value.from, zone)) to \(Words.clock($0.value.to, zone))" } ?? ""
        return "The station was off\(times). What does the pump say now?"
    }

    func complete(_ form: Form, _ context: FormContext) -> Completion {
        guard let volume = form.number("volume", decimals: 6) else {
            return .problem("volume", "Volume given is needed")
        }
        return form.record(.readVolume(volumeNanoliters: volume, stillInfuses: form.pick("infuses") == "yes"), context)
    }
}
