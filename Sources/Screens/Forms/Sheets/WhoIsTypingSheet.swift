import Session

/// Who is typing: chosen from the staff list, or entered anew.
struct WhoIsTypingSheet: FormSheet {
    static let new = "+"

    func plan(_ form: Form, _ context: FormContext) -> FormPlan {
        let people = context.surroundings.staff.filter(\.isActive)
        let choices =
            Choice.numbered(people.map { ($0.id, "\(Words.clean($0.name)), \($0.role.rawValue)") })
        let typed = form.text("who")
        let new = Choice(Self.new, "+", typed.isEmpty ? "somebody new" : "somebody new: \(typed)")
        var plan = FormPlan(
            "Who is typing?",
            act: "take",
            [
                Field("who", "Name", .list(choices), hint: "1-9, or letters of the name; ends with + for a new one"),
                Field("new", "New", .choice([new]), hint: "+ enters a new member of staff"),
            ]
        )
        plan.actsAtOnce = true
        return plan
    }

    func complete(_ form: Form, _ context: FormContext) -> Completion {
        if form.focus == "new" || form.pick("new") != nil { return .replace(.addStaff, typed: Self.name(form)) }
        let picked = form.pick("who")
        guard let member = context.surroundings.staff.first(where: { $0.id == picked }) else {
            return .replace(.addStaff, typed: Self.name(form))
        }
        return .typing(member)
    }

    private static func name(_ form: Form) -> String { form.text("who") }
}
