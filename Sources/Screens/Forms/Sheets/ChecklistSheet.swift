import Session

/// A checklist of the protocol: screening before the dose, or the discharge list after it.
///
/// It may be recorded in parts; only what is new or changed is recorded.
struct ChecklistSheet: FormSheet {
    let isDischarge: Bool

    func prepare(_ form: inout Form, _ context: FormContext) {
        guard let session = form.stay(context)?.decided else { return }
        for (item, recorded) in isDischarge ? session.dischargeAnswers : session.screeningAnswers {
            switch recorded.answer {
            case .yes: form.picks[item] = ["y"]
            case .no: form.picks[item] = ["n"]
            case .notApplicable: form.picks[item] = ["a"]
            case .text: break
            }
            let remark = Self.remark(recorded)
            if !remark.isEmpty { form.put(Form.remark(item), remark) }
        }
    }

    func plan(_ form: Form, _ context: FormContext) -> FormPlan {
        let items = items(form, context)
        let open = items.filter { answer($0, form) == nil }.count
        let left = open == 0 ? "all answered" : "\(open) of \(items.count) open"
        let title = isDischarge ? "Discharge list" : "Screening"
        return FormPlan("\(title), \(left)", act: "record", items.map(field))
    }

    func complete(_ form: Form, _ context: FormContext) -> Completion {
        guard let session = form.stay(context)?.decided else { return .problem("", "the session is not open") }
        let known = isDischarge ? session.dischargeAnswers : session.screeningAnswers
        let answers = items(form, context).compactMap { answer($0, form) }.filter { known[$0.item] != $0 }
        if answers.isEmpty { return .problem("", "nothing is answered that is not recorded already") }
        return form.record(isDischarge ? .answerDischarge(answers) : .answerScreening(answers), context)
    }

    private func items(_ form: Form, _ context: FormContext) -> [ChecklistItem] {
        guard let rules = form.stay(context)?.decided.rules else { return [] }
        return isDischarge ? rules.dischargeList : rules.screening
    }

    private func answer(_ item: ChecklistItem, _ form: Form) -> ItemAnswer? {
        let remark = form.text(Form.remark(item.id))
        if item.answers == .text { return remark.isEmpty ? nil : ItemAnswer(item: item.id, answer: .text(remark)) }
        return switch form.pick(item.id) {
        case "y": ItemAnswer(item: item.id, answer: .yes, remark: remark)
        case "n": ItemAnswer(item: item.id, answer: .no, remark: remark)
        case "a": ItemAnswer(item: item.id, answer: .notApplicable(reason: remark))
        case _: nil
        }
    }

    private static func remark(_ recorded: ItemAnswer) -> String {
        switch recorded.answer {
        case .yes, .no: recorded.remark
        case .notApplicable(let reason): reason
        case .text(let text): text
        }
    }

    private func field(_ item: ChecklistItem) -> Field {
        var consequences: [Character: String] = [:]
        if let answer = item.flagOn, let key = Self.key(answer) {
            consequences[key] = "FLAG: the prescriber decides before the start"
        }
        if let answer = item.stopOn, let key = Self.key(answer) {
            consequences[key] =
                isDischarge
                ? "STOP: the patient may not leave like this" : "STOP: no start without the prescriber's override"
        }
        let keys: [Character] =
            switch item.answers {
            case .yesNo: ["y", "n"]
            case .yesNoNotApplicable: ["y", "n", "a"]
            case .text: []
            }
        let label = item.answers == .text ? item.text + " (words)" : item.text
        return Field(item.id, label, .item(ItemShape(keys: keys, consequences: consequences)), hint: item.hint)
    }

    private static func key(_ answer: Answer) -> Character? {
        switch answer {
        case .yes: "y"
        case .no: "n"
        case .notApplicable: "a"
        case .text: nil
        }
    }
}
