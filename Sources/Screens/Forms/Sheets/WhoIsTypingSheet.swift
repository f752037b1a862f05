import Canvas
import Session
import Wording

/// Who is typing: chosen from the staff list, or entered anew.
struct WhoIsTypingSheet: FormSheet {
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
        let typed = form.text("who")
        let new = Choice(Self.new, "+", typed.isEmpty ? "somebody new" : "somebody new: \(Words.clean(typed))")
        var plan = FormPlan(
            "Who is typing?",
            act: "take",
            [Field("who", "Name", .list(choices + [new]), hint: "1-9, letters of the name, or + for somebody new")]
        )
        plan.actsAtOnce = true
        return plan
    }

    func complete(_ form: Form, _ scene: Scene) -> Completion {
        guard let picked = form.pick("who") else { return .problem("who", "choose with 1-9, arrows or letters") }
        guard let member = scene.surroundings.staff.first(where: { $0.id == picked }) else {
            return .replace(.addStaff, typed: form.text("who"))
        }
        return .typing(member)
    }
}
