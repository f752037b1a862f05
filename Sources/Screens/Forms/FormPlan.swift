/// What a form shows now: its title, its fields and what Enter on the last one does.
struct FormPlan: Hashable, Sendable {
    var title: String
    var fields: [Field]
    /// What submitting does: `record`, `start the infusion`.
    var act: String
    /// Whether choosing an answer submits at once: menus.
    var actsAtOnce = false
    /// Whether the form stands in one line above the hint bar, as vitals and notes do.
    var isLine: Bool

    init(_ title: String, act: String = "record", isLine: Bool = false, _ fields: [Field]) {
        self.title = title
        self.fields = fields
        self.act = act
        self.isLine = isLine
    }

    var focusable: [Field] { fields.filter(\.takesFocus) }
}
