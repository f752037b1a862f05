import Canvas
import Session
import Wording

/// Who is typing: chosen from the staff list, or entered anew.
struct WhoIsTypingSheet: FormSheet {
    enum Name: String, FieldName {
        case who
    }

    var facts: FormFacts {
        FormFacts(
            "who is typing",
            help: "name who is typing",
            needsSession: false,
            needsAuthor: false,
            keepsDraft: false,
            keys: [FormKey(.character("u"), "who types", .everywhere)]
        )
    }

    static let new = "+"

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let people = scene.surroundings.staff.filter(\.isActive)
        let choices =
            Choice.numbered(people.map { ($0.id, "\(Words.clean($0.name)), \($0.role.rawValue)") })
        let typed = form.text(Name.who)
        let new = Choice(Self.new, "+", typed.isEmpty ? "somebody new" : "somebody new: \(Words.clean(typed))")
        var plan = FormPlan(
            title: "Who is typing?",
            act: "take",
            [Field(Name.who, "Name", .list(choices + [new]), hint: "1-9, letters of the name, or + for somebody new")]
        )
        plan.actsAtOnce = true
        return plan
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        guard let picked = form.pick(Name.who) else { throw .problem(Name.who, "choose with 1-9, arrows or letters") }
        guard let member = scene.surroundings.staff.first(where: { $0.id == picked }) else {
            return .replace(.addStaff, [AddStaffSheet.Name.name.id: form.text(Name.who)])
        }
        return .typing(member)
    }
}
