import Session

/// A weight with the unit it was read in, and both units beside it while it is typed.
enum WeightField {
    static let id = "weight"

    static func fields(_ form: Form, label: String, hint: String = "") -> [Field] {
        let shape = "with its unit: 80k or 176l"
        let field = Field(id, label, .text, isRequired: true, hint: hint.isEmpty ? shape : "\(shape); \(hint)")
        let typed = form.text(id)
        if let weight = DecimalWeight(text: typed) {
            return [field, .computed("units", "", weight.words, style: .good)]
        }
        guard let bare = DecimalWeight.bare(typed) else { return [field] }
        let words = "kg or lb? \(bare.kilograms.words); \(bare.pounds.words)"
        return [field, .computed("units", "", words, style: .warning)]
    }

    static func weight(_ form: Form) -> DecimalWeight? { DecimalWeight(text: form.text(id)) }

    /// Why what was typed is no weight; nil where it is one.
    static func problem(_ form: Form) -> String? {
        let typed = form.text(id)
        guard DecimalWeight(text: typed) == nil else { return nil }
        guard DecimalWeight.bare(typed) == nil else {
            return "\(typed) of what? Type \(typed)k for kilograms or \(typed)l for pounds"
        }
        return "Weight is typed with its unit: 63.4k or 63.4 kg, 140l or 140 lb"
    }
}
