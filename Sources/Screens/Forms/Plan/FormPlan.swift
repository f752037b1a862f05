/// What a form shows now: its title, its fields and what Enter on the last one does.
struct FormPlan: Hashable, Sendable {
    /// The title, where it is not what the form is called.
    var title: String?
    var fields: [Field]
    /// What submitting does: `record`, `start the infusion`.
    var act: String
    /// Whether choosing an answer submits at once: menus.
    var actsAtOnce = false

    init(title: String? = nil, act: String = "record", _ fields: [Field]) {
        self.title = title
        self.fields = fields
        self.act = act
    }

    var focusable: [Field] { fields.filter(\.takesFocus) }
}
