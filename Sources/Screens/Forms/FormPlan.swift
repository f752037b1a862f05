/// What a form shows now: its title, its fields and what Enter on the last one does.
struct FormPlan: Hashable, Sendable {
    var title: String
    var fields: [Field]
    /// What submitting does: `record`, `start the infusion`.
    var act: String
    /// Whether choosing an answer submits at once: menus.
    var actsAtOnce = false

    init(_ title: String, act: String = "record", _ fields: [Field]) {
        self.title = title
        self.fields = fields
        self.act = act
    }

    var focusable: [Field] { fields.filter(\.takesFocus) }
}
