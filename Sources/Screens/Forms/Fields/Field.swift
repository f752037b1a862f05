/// One line of a form: what is asked, how it is answered, and what helps with the answer.
///
/// Fields are worked out anew from the form's values at each key; only the values are kept.
struct Field: Hashable, Sendable {
    /// Which it is; what cannot be typed in is `none`.
    var id: FieldID
    var label: String
    var kind: Kind
    var isRequired: Bool
    /// What to type, shown beside the field, or under it where there is no room.
    var hint: String

    enum Kind: Hashable, Sendable {
        /// Words as typed.
        case text
        /// A decimal, held as an integer scaled by so many decimals.
        case number(unit: String, decimals: Int)
        /// One of several, by digit, letter or arrow.
        case choice([Choice])
        /// Any of several, each turned on and off by its digit or letter.
        case marks([Choice])
        /// One of a long list: a digit takes it, letters filter it.
        case list([Choice])
        /// An item of a checklist: yes, no, not applicable, and a remark.
        case item(ItemShape)
        /// Worked out from the other fields; cannot be typed in.
        case computed([FormRun])
        /// The same, without a label and over the whole width.
        case paragraph([FormRun])
        /// A heading over the fields that follow.
        case heading

        /// One of the form's own answers.
        static func choice<Answer: FormAnswer>(_ answers: Answer.Type) -> Kind {
            .choice(answers.allCases.map { Choice($0) })
        }
    }

    init(
        _ field: some FieldReference,
        _ label: String,
        _ kind: Kind,
        isRequired: Bool = false,
        hint: String = ""
    ) {
        id = field.id
        self.label = label
        self.kind = kind
        self.isRequired = isRequired
        self.hint = hint
    }

    /// A line of words that follows from the other fields.
    static func computed(_ label: String, _ text: String, style: FormRun.Tone = .plain) -> Field {
        computed(label, [FormRun(text, style)])
    }

    static func computed(_ label: String, _ runs: [FormRun]) -> Field { Field(FieldID.none, label, .computed(runs)) }

    /// A line of words over the whole width.
    static func paragraph(_ runs: [FormRun]) -> Field { Field(FieldID.none, "", .paragraph(runs)) }

    static func heading(_ text: String) -> Field { Field(FieldID.none, text, .heading) }

    /// Whether the focus can stand on it.
    var takesFocus: Bool {
        switch kind {
        case .text, .number, .choice, .marks, .list, .item: true
        case .computed, .paragraph, .heading: false
        }
    }

    /// Whether characters typed in it are text; a paste goes into such a field only.
    var takesText: Bool {
        switch kind {
        case .text, .number, .list: true
        case .choice, .marks, .item, .computed, .paragraph, .heading: false
        }
    }
}
