import Session
import Wording

/// A checklist of the protocol: screening before the dose, or the discharge list after it.
///
/// It may be recorded in parts; only what is new or changed is recorded.
struct ChecklistSheet: FormSheet {
    /// An item is named by its id in the protocol, as the rules name it.
    private enum Name: String, FieldName {
        case item
    }

    let isDischarge: Bool

    var facts: FormFacts {
        if isDischarge {
            FormFacts(
                "discharge list",
                help: "answer the discharge list",
                keys: [FormKey("k", "checklist", in: [.observing, .dischargeReady])],
                menu: FormMenu("k", [.observing: 10, .dischargeReady: 20]),
                refusalKey: "k"
            )
        } else {
            FormFacts(
                "screening list",
                help: "answer the screening checklist",
                keys: [FormKey("k", "screening", in: [.screening], if: .identified)],
                menu: FormMenu("k", [.screening: 20, .ready: 60]),
                refusalKey: "k"
            )
        }
    }

    func prepare(_ form: inout Form, _ scene: Scene) {
        for (item, recorded) in known(form, scene) {
            switch recorded.answer {
            case .yes: form.choose(Name.item.of(item), ItemMark.yes)
            case .no: form.choose(Name.item.of(item), ItemMark.no)
            case .notApplicable: form.choose(Name.item.of(item), ItemMark.notApplicable)
            case .text: break
            }
            let remark = Self.remark(recorded)
            if !remark.isEmpty { form.put(Name.item.of(item).remark, remark) }
        }
        // Whoever comes back goes on where the list is open, and changes no answer by the first letter.
        form.focus = items(form, scene).first { answer($0, form) == nil }.map { Name.item.of($0.id) }
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let items = items(form, scene)
        let open = items.filter { answer($0, form) == nil }.count
        let left =
            items.isEmpty ? "no protocol, no list" : open == 0 ? "all answered" : "\(open) of \(items.count) open"
        let title = isDischarge ? "Discharge list" : "Screening"
        let changes = changes(form, scene)
        let words = changes.map { "\($0.item.id) \(Self.words($0.new)) (was \(Self.words($0.old)))" }
        let why =
            changes.isEmpty
            ? []
            : [Field.paragraph([FormRun("Changed: " + words.joined(separator: ", "), .warning)])]
                + Self.reasons(form, scene).fields(form)
        return FormPlan(title: "\(title), \(left)", act: "record", items.map { field($0, form, scene) } + why)
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        let known = known(form, scene)
        var answers = items(form, scene).compactMap { answer($0, form) }.filter { known[$0.item] != $0 }
        for change in changes(form, scene) {
            let reason = try Self.reasons(form, scene).reason(form)
            // The earlier answer stays in its own entry; the new one says what it replaced, and why.
            for index in answers.indices where answers[index].item == change.item.id {
                answers[index].remark = Self.remark(of: change, because: reason.text, typed: answers[index].remark)
            }
        }
        if answers.isEmpty { throw .problem("nothing is answered that is not recorded already") }
        return try form.record(isDischarge ? .answerDischarge(answers) : .answerScreening(answers), scene)
    }

    /// An answer on record and another one in the form.
    private struct Change {
        var item: ChecklistItem
        var old: Answer
        var new: Answer
    }

    private func changes(_ form: Form, _ scene: Scene) -> [Change] {
        let known = known(form, scene)
        return items(form, scene).compactMap { item in
            guard let old = known[item.id]?.answer, let new = answer(item, form)?.answer, old != new else { return nil }
            return Change(item: item, old: old, new: new)
        }
    }

    private static func reasons(_ form: Form, _ scene: Scene) -> ReasonFields {
        let reasons = form.stay(scene)?.decided.rules.reasons.correction ?? []
        return ReasonFields(reasons: reasons, label: "Changed because")
    }

    private static func remark(of change: Change, because reason: String, typed: String) -> String {
        let was = "was \(words(change.old)): \(reason)"
        // What an earlier change said is in its own entry, and is not carried on.
        let isNew = !typed.isEmpty && !typed.hasPrefix("was ")
        switch change.new {
        case .yes, .no: return isNew ? "\(was); \(typed)" : was
        case .notApplicable, .text: return was
        }
    }

    private static func words(_ answer: Answer) -> String {
        switch answer {
        case .yes: "yes"
        case .no: "no"
        case .notApplicable: "not applicable"
        case .text(let text): Words.clean(text)
        }
    }

    /// What is on record and still counts; an answer that has grown old is asked for anew.
    private func known(_ form: Form, _ scene: Scene) -> [String: ItemAnswer] {
        guard let stay = form.stay(scene) else { return [:] }
        return isDischarge ? stay.decided.dischargeAnswers(at: stay.now) : stay.decided.screeningAnswers
    }

    private func items(_ form: Form, _ scene: Scene) -> [ChecklistItem] {
        guard let rules = form.stay(scene)?.decided.rules else { return [] }
        return isDischarge ? rules.dischargeList : rules.screening
    }

    private func answer(_ item: ChecklistItem, _ form: Form) -> ItemAnswer? {
        let field = Name.item.of(item.id)
        let remark = form.text(field.remark)
        if item.answers == .text { return remark.isEmpty ? nil : ItemAnswer(item: item.id, answer: .text(remark)) }
        return switch form.answer(field) as ItemMark? {
        case .yes: ItemAnswer(item: item.id, answer: .yes, remark: remark)
        case .no: ItemAnswer(item: item.id, answer: .no, remark: remark)
        case .notApplicable: ItemAnswer(item: item.id, answer: .notApplicable(reason: remark))
        case nil: nil
        }
    }

    private static func remark(_ recorded: ItemAnswer) -> String {
        switch recorded.answer {
        case .yes, .no: recorded.remark
        case .notApplicable(let reason): reason
        case .text(let text): text
        }
    }

    private func field(_ item: ChecklistItem, _ form: Form, _ scene: Scene) -> Field {
        var hint = item.hint
        if item.isAskedAfterDissociation, form.stay(scene)?.decided.isDissociationBack == false {
            hint = "counts only once dissociation is noted as back (\(form.key(to: .dissociation, scene)))"
        }
        var consequences: [ItemMark: String] = [:]
        if let mark = item.tellOn.flatMap(Self.mark) {
            consequences[mark] = "NOTED: shown at the time-out and on the summary"
        }
        if let mark = item.decideOn.flatMap(Self.mark) {
            consequences[mark] = "DECIDE: the prescriber decides before the start"
        }
        if let mark = item.stopOn.flatMap(Self.mark) {
            consequences[mark] =
                isDischarge
                ? "STOP: the patient may not leave like this" : "STOP: no start without the prescriber's override"
        }
        let marks: [ItemMark] =
            switch item.answers {
            case .yesNo: [.yes, .no]
            case .yesNoNotApplicable: [.yes, .no, .notApplicable]
            case .text: []
            }
        let label = item.answers == .text ? item.text + " (words)" : item.text
        let shape = ItemShape(marks: marks, consequences: consequences)
        return Field(Name.item.of(item.id), label, .item(shape), hint: hint)
    }

    private static func mark(_ answer: Answer) -> ItemMark? {
        switch answer {
        case .yes: .yes
        case .no: .no
        case .notApplicable: .notApplicable
        case .text: nil
        }
    }
}
