import Session

/// A weight with the unit it was read in, and both units beside it while it is typed.
enum WeightField {
    enum Name: String, FieldName {
        case weight
    }

    static func fields(_ form: Form, label: String, hint: String = "") -> [Field] {
        let shape = "with its unit: 80k or 176l"
        let field = Field(Name.weight, label, .text, isRequired: true, hint: hint.isEmpty ? shape : "\(shape); \(hint)")
        let typed = form.text(Name.weight)
        if let weight = DecimalWeight(text: typed) {
            return [field, .computed("", weight.words, style: .good)]
        }
        guard let bare = DecimalWeight.bare(typed) else { return [field] }
        let words = "kg or lb? \(bare.kilograms.words); \(bare.pounds.words)"
        return [field, .computed("", words, style: .warning)]
    }

    static func weight(_ form: Form) -> DecimalWeight? { DecimalWeight(text: form.text(Name.weight)) }

    /// Why what was typed is no weight; nil where it is one.
    static func problem(_ form: Form) -> String? {
        let typed = form.text(Name.weight)
        guard DecimalWeight(text: typed) == nil else { return nil }
        guard DecimalWeight.bare(typed) == nil else {
            return "\(typed) of what? Type \(typed)k for kilograms or \(typed)l for pounds"
        }
        return "Weight is typed with its unit: 63.4k or 63.4 kg, 140l or 140 lb"
    }
}
