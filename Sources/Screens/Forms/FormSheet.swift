import Session

/// A kind of form as data: its fields, and what they come to.
protocol FormSheet: Sendable {
    /// Puts in what is known before the first key.
    func prepare(_ form: inout Form, _ context: FormContext)
    /// The fields as they follow from what was typed so far.
    func plan(_ form: Form, _ context: FormContext) -> FormPlan
    /// What the form comes to; required fields are filled and numbers read before it is asked.
    func complete(_ form: Form, _ context: FormContext) -> Completion
}

extension FormSheet {
    func prepare(_ form: inout Form, _ context: FormContext) {}
}
