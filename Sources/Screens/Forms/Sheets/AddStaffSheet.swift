import Session

/// A new member of staff: the name that is printed on the record, and the role.
struct AddStaffSheet: FormSheet {
    var facts: FormFacts {
        FormFacts(
            "new member of staff",
            help: "enter a new member of staff",
            needsSession: false,
            needsAuthor: false
        )
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        FormPlan(
            facts.title,
            act: "enter",
            [
                Field("name", "Name", .text, isRequired: true, hint: "as printed on the record"),
                Field("role", "Role", .choice(StaffChoices.roles), isRequired: true),
            ]
        )
    }

    func complete(_ form: Form, _ scene: Scene) -> Completion {
        let name = form.text("name")
        let isKnown = scene.surroundings.staff.contains { $0.isActive && $0.name.lowercased() == name.lowercased() }
        if isKnown {
            return .problem("name", "\(name) is on the list already; add a second initial to tell them apart")
        }
        let role = form.pick("role").flatMap(StaffRole.init) ?? .nurse
        return .ready(.addStaff(name: name, role: role, by: scene.author))
    }
}
