import Canvas
import Session

extension Form {
    /// Looks at the whole form: what is missing or cannot be read, then what the sheet makes of it.
    mutating func submit(_ scene: Scene) -> FormStep {
        notice = ""
        let plan = kind.sheet.plan(self, scene)
        problems = [:]
        for field in plan.fields {
            let problem = Self.problem(of: field, in: self) ?? kind.sheet.problem(in: field.id, self, scene)
            problems[field.id] = problem ?? missing(field)
        }
        if let first = plan.fields.first(where: { problems[$0.id] != nil }) {
            focus = first.id
            return .stay
        }
        if kind.facts.needsAuthor, scene.typing == nil {
            tell(
                "Nobody is named as typing: Esc, then \(key(to: .whoIsTyping, scene)), then come back; the text is kept"
            )
            return .stay
        }
        do throws(FormStop) {
            return take(try kind.sheet.complete(self, scene), scene)
        } catch {
            take(error, scene)
            return .stay
        }
    }

    private mutating func take(_ completion: Completion, _ scene: Scene) -> FormStep {
        switch completion {
        case .ready(let intent, let then):
            following = then
            stage = .sent(intent)
            return .submit(intent)
        case .typing(let member):
            return .typing(member)
        case .replace(let kind, let known):
            var next = Form.make(kind, session: session, scene: scene)
            for (field, text) in known where !text.isEmpty { next.put(field, text) }
            next.thenTypes = self.kind == .whoIsTyping
            next.under = under
            self = next
        }
        return .stay
    }

    private mutating func take(_ stop: FormStop, _ scene: Scene) {
        switch stop {
        case .wrong(let field, let sentence): show([(field, sentence)], scene)
        case .byRules(let list): show(list, scene)
        case .ask(let question):
            stage = .asking(question)
            scroll = 0
        }
    }

    /// Puts what the rules say under the fields they name.
    mutating func show(_ list: [FieldProblem], _ scene: Scene) {
        let ids = kind.sheet.plan(self, scene).focusable.map(\.id)
        show(list.map { problem in (ids.first { $0.inRules == problem.field }, problem.sentence) }, scene)
    }

    /// Puts problems under their fields; what belongs to no field stands over them.
    private mutating func show(_ list: [(field: FieldID?, sentence: String)], _ scene: Scene) {
        let ids = kind.sheet.plan(self, scene).focusable.map(\.id)
        var homeless: [String] = []
        for (field, sentence) in list {
            if let field, ids.contains(field) { problems[field] = sentence } else { homeless.append(sentence) }
        }
        if !homeless.isEmpty { tell(homeless.joined(separator: "; ")) }
        if let first = ids.first(where: { problems[$0] != nil }) { focus = first }
    }

    mutating func tell(_ sentence: String, isGood: Bool = false) {
        notice = sentence
        isNoticeGood = isGood
        scroll = 0
    }

    /// What cannot be read in a field as it stands; an empty field is no problem of this kind.
    static func problem(of field: Field, in form: Form) -> String? {
        switch field.kind {
        case .number(let unit, let decimals):
            guard !form.text(field.id).isEmpty, form.number(field.id, decimals: decimals) == nil else { return nil }
            let places = decimals == 1 ? "1 decimal" : "\(decimals) decimals"
            let shape = decimals == 0 ? "a whole number" : "a number with at most \(places)"
            return "\(field.label) is \(shape)\(unit.isEmpty ? "" : " of \(unit)")"
        case .item:
            guard form.answer(field.id) == ItemMark.notApplicable, form.text(field.id.remark).isEmpty else {
                return nil
            }
            return "not applicable needs its reason: r, then the words"
        case .text, .choice, .marks, .list, .computed, .paragraph, .heading: return nil
        }
    }

    private func missing(_ field: Field) -> String? {
        guard field.isRequired else { return nil }
        switch field.kind {
        case .text, .number: return text(field.id).isEmpty ? "\(field.label): an answer is needed" : nil
        case .choice, .list: return pick(field.id) == nil ? "\(field.label): choose one" : nil
        case .marks: return (picks[field.id] ?? []).isEmpty ? "\(field.label): mark at least one" : nil
        case .item(let shape):
            let isEmpty = shape.marks.isEmpty ? text(field.id.remark).isEmpty : pick(field.id) == nil
            return isEmpty ? "needs an answer" : nil
        case .computed, .paragraph, .heading: return nil
        }
    }

    /// More lines than any question or refusal has.
    static let furthestScroll = 60

    /// A key while a question stands: only its own keys do anything, and Esc goes back to typing.
    mutating func answer(_ question: FormQuestion, _ key: Key, _ scene: Scene) -> FormStep {
        if EditingKey.up ~= key || EditingKey.down ~= key {
            scroll = min(Self.furthestScroll, max(0, scroll + (EditingKey.down ~= key ? 1 : -1)))
            return .stay
        }
        if EditingKey.leave ~= key {
            stage = .editing
            return .stay
        }
        guard case .character(let character) = key,
            let reply = question.answers.first(where: { $0.key == character })
                ?? question.answers.first(where: { String($0.key) == character.lowercased() })
        else { return .stay }
        stage = .editing
        switch reply.act {
        case .back: return .stay
        case .discard:
            isTouched = false
            under = []
            return .putAside
        case .submit(let intent):
            stage = .sent(intent)
            return .submit(intent)
        case .remember(let question, let reply):
            remembered[question] = reply
            return submit(scene)
        }
    }
}
