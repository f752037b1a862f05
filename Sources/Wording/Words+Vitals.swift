package import Session

extension Words {
    /// A set of vitals in one line: `BP 142/88  HR 84  SpO2 97  RR 14  MOAA/S 4`.
    package static func vitals(_ vitals: Vitals) -> String {
        var parts: [String] = []
        if let pressure = bloodPressure(vitals) { parts.append("BP \(pressure)") }
        for parameter in Parameter.allCases where parameter != .systolicMmHg && parameter != .diastolicMmHg {
            if let reading = vitals[parameter] { parts.append("\(parameter.label) \(text(reading, of: parameter))") }
        }
        return parts.joined(separator: "  ")
    }

    /// A blood pressure as it is said: `142/88`, `high`, `not done`; nil where neither half is there.
    package static func bloodPressure(_ vitals: Vitals) -> String? {
        let systolic = vitals[.systolicMmHg]
        let diastolic = vitals[.diastolicMmHg]
        if systolic == nil, diastolic == nil { return nil }
        let upper = systolic.map { text($0, of: .systolicMmHg) } ?? "?"
        let lower = diastolic.map { text($0, of: .diastolicMmHg) } ?? "?"
        return systolic?.value == nil && upper == lower ? upper : "\(upper)/\(lower)"
    }

    /// A reading of a parameter: its value, or why there is none.
    package static func text(_ reading: Reading, of parameter: Parameter) -> String {
        switch reading {
        case .value(let value): parameter.text(value)
        case .unmeasurable(.high): "too high"
        case .unmeasurable(.low): "too low"
        case .unmeasurable(.noReading): "no reading"
        case .notDone(let reason): reason.isEmpty ? "not done" : "not done (\(reason))"
        }
    }

    /// A reading in a narrow column: `142`, `HIGH`, `LOW`, `n.r.`, `n.d.`.
    package static func short(_ reading: Reading, of parameter: Parameter) -> String {
        switch reading {
        case .value(let value): parameter.text(value)
        case .unmeasurable(.high): "HIGH"
        case .unmeasurable(.low): "LOW"
        case .unmeasurable(.noReading): "n.r."
        case .notDone: "n.d."
        }
    }

    /// What a correction took out of an entry: `SpO2 98 taken back`; empty where every reading stands in some form.
    package static func takenBack(_ old: Event.Body, _ new: Event.Body) -> String {
        var gone = Vitals()
        for parameter in Parameter.allCases where new[parameter] == nil { gone[parameter] = old[parameter] }
        return gone.isEmpty ? "" : "\(vitals(gone)) taken back"
    }

    /// An entry as a correction left it, with what the correction took out.
    package static func corrected(_ old: Event.Body, to new: Event.Body) -> String {
        let gone = takenBack(old, new)
        return describe(new) + (gone.isEmpty ? "" : "  " + gone)
    }

    /// A dissociation note in one line.
    package static func dissociation(_ value: Dissociation) -> String {
        var parts = ["dissociation \(value.score)"]
        if value.isDistressed == true { parts.append("distressed") }
        if let moaas = value.moaas { parts.append("MOAA/S \(moaas)") }
        if let rass = value.rass { parts.append("RASS \(Parameter.rass.text(rass))") }
        if !value.text.isEmpty { parts.append(value.text) }
        return parts.joined(separator: "  ")
    }
}
