extension NameAlert.Question {
    /// The field that asks it, in whatever form.
    package var field: String { "who.\(rawValue)" }
}
