import Session

/// A new member of staff: the name that is printed on the record, and the role.
struct AddStaffSheet: FormSheet {
    var facts: FormFacts {
        FormFacts(
            "new member of staff",
            help: "enter a new member of staff",
            needsSession: false,
            needsAuthor: false,
            subject: Name.name.id
        )
    }

    enum Name: String, FieldName {
        case name, role
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        FormPlan(
            act: "enter",
            [
                Field(Name.name, "Name", .text, isRequired: true, hint: "as printed on the record"),
                Field(Name.role, "Role", .choice(StaffRole.self), isRequired: true),
            ]
        )
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        let name = form.text(Name.name)
        let isKnown = scene.surroundings.staff.contains { $0.isActive && $0.name.lowercased() == name.lowercased() }
        if isKnown {
            throw .problem(Name.name, "\(name) is on the list already; add a second initial to tell them apart")
        }
        return .ready(.addStaff(name: name, role: try form.needed(Name.role), by: scene.author))
    }
}
