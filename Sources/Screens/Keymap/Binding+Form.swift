extension Binding {
    /// The form it opens; nil for what opens none.
    package var form: FormKind? {
        if case .form(let kind) = action { kind } else { nil }
    }
}
