import Session

extension CorrectSheet {
    /// The field the new value is typed in, the same as the one the old value was typed in.
    static func values(_ body: Event.Body, _ form: Form, _ context: FormContext) -> [Field] {
        if case .vitalsRecorded = body {
            let line = Field("line", "New value", .text, isRequired: true, hint: "the whole set, as it should read")
            return [line] + VitalsSheet.echo(form, context)
        }
        if case .dissociationRecorded = body {
            return [Field("line", "New value", .text, isRequired: true)] + DissociationSheet.echo(form)
        }
        return [Field("line", "New words", .text, isRequired: true)]
    }

    static func replacement(_ body: Event.Body, _ form: Form, _ context: FormContext) -> Step {
        if case .vitalsRecorded(let vitals) = body {
            switch VitalsSheet.read(form, context, field: "line", asksTime: false) {
            case .stop(let completion): return .stop(completion)
            case .done(let reading): return replacement(of: vitals, reading)
            }
        }
        if case .dissociationRecorded = body {
            switch DissociationSheet.read(form, "line") {
            case .stop(let completion): return .stop(completion)
            case .done(_, let value): return .done(.dissociationRecorded(value))
            }
        }
        if case .noteRecorded = body { return .done(.noteRecorded(form.text("line"))) }
        return .stop(.problem("action", "this entry can only be voided"))
    }

    private static func replacement(of old: Vitals, _ reading: VitalsSheet.Reading) -> Step {
        if reading.vitals.readings.isEmpty {
            return .stop(.problem("line", "no value is left: void the entry instead"))
        }
        if reading.vitals.readings == old.readings { return .stop(.problem("line", "this is what it says already")) }
        if reading.dissociation != nil || reading.observedAtMicros != nil {
            return .stop(.problem("line", "values only: dissociation and time are entries of their own"))
        }
        return .done(.vitalsRecorded(reading.vitals))
    }

    /// Puts what the entry says now into the line, to be changed.
    static func fill(_ form: inout Form, _ context: FormContext) {
        guard let session = form.stay(context)?.decided, let target = target(form, session) else { return }
        form.put("line", line(target.body))
    }

    /// What an entry says, as it is typed; empty for one that is not typed in one line.
    private static func line(_ body: Event.Body) -> String {
        if case .vitalsRecorded(let vitals) = body { return line(vitals) }
        if case .dissociationRecorded(let value) = body { return line(value) }
        if case .noteRecorded(let text) = body { return text }
        return ""
    }

    /// A set as its line, by tags: `bp142/88 hr84 s97`.
    static func line(_ vitals: Vitals) -> String {
        VitalsLine.Tag.allCases.compactMap { tag -> String? in
            guard let first = tag.parameters.first, let reading = vitals[first] else { return nil }
            if tag == .bloodPressure, let upper = vitals.value(.systolicMmHg), let lower = vitals.value(.diastolicMmHg)
            {
                return "\(tag.shortest)\(upper)/\(lower)"
            }
            return tag.shortest + value(reading, first)
        }
        .joined(separator: " ")
    }

    private static func value(_ reading: Reading, _ parameter: Parameter) -> String {
        switch reading {
        case .value(let value): parameter.text(value)
        case .unmeasurable(.high): ">"
        case .unmeasurable(.low): "<"
        case .unmeasurable(.noReading): "?"
        case .notDone: "-"
        }
    }

    private static func line(_ value: Dissociation) -> String {
        var words = ["\(value.score)"] + (value.isDistressed.map { [$0 ? "y" : "n"] } ?? [])
        if let moaas = value.moaas { words.append("m\(moaas)") }
        if let rass = value.rass { words.append("r\(Parameter.rass.text(rass))") }
        return (words + [value.text]).joined(separator: " ")
    }
}
