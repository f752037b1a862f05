import Session

/// A reason of the protocol, and the words it needs: "Other" alone says nothing to whoever reviews it.
struct ReasonFields {
    let reasons: [Reason]
    var label = "Because"
    /// Whether words can be added to every reason.
    var takesWords = false

    enum Name: String, FieldName {
        case reason, words
    }

    /// The choice, and the field of the words where the chosen one asks for them.
    func fields(_ form: Form) -> [Field] {
        let choice = Field(Name.reason, label, .choice(StaffChoices.reasons(reasons)), isRequired: true)
        guard let code = form.pick(Name.reason), takesWords || Self.needsWords(code) else { return [choice] }
        let hint =
            Self.namesPrescriber(code) ? "who decided, and in which words" : Self.needsWords(code) ? "say which" : ""
        return [choice, Field(Name.words, "In words", .text, isRequired: Self.needsWords(code), hint: hint)]
    }

    /// The reason as it is recorded: the protocol's words, then the typed ones.
    func reason(_ form: Form) throws(FormStop) -> Reason {
        guard var reason = reasons.first(where: { $0.code == form.pick(Name.reason) }) else {
            throw .problem(Name.reason, "\(label): choose one")
        }
        let typed = form.text(Name.words)
        if !typed.isEmpty, takesWords || Self.needsWords(reason.code) { reason.text += ": " + typed }
        return reason
    }

    private static func needsWords(_ code: String) -> Bool { code == "other" || namesPrescriber(code) }

    /// Whether whoever decided has to be named.
    ///
    /// Protocols name these reasons with codes such as `prescriberPresent` and `prescriberTelephone`. A stop that the prescriber decided names nobody yet and takes words as well.
    private static func namesPrescriber(_ code: String) -> Bool { code.hasPrefix("prescriber") }
}
