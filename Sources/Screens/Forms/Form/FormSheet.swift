import Session

/// A kind of form as data: what it is, its fields, and what they come to.
protocol FormSheet: Sendable {
    /// What it is called, its keys, its place in the menu: said here alone.
    var facts: FormFacts { get }
    /// Puts in what is known before the first key.
    func prepare(_ form: inout Form, _ scene: Scene)
    /// The fields as they follow from what was typed so far.
    func plan(_ form: Form, _ scene: Scene) -> FormPlan
    /// What cannot be right in one field as typed, asked when it is left; an empty field is no problem of this kind.
    func problem(in field: FieldID, _ form: Form, _ scene: Scene) -> String?
    /// What the form comes to; required fields are filled and numbers read before it is asked.
    ///
    /// It stops at a field that cannot be right, and at what has to be asked first.
    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion
}

extension FormSheet {
    func prepare(_ form: inout Form, _ scene: Scene) {}
    func problem(in field: FieldID, _ form: Form, _ scene: Scene) -> String? { nil }
}
