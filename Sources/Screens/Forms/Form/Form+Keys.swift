package import Canvas
import Session
import Wording

extension Form {
    /// Takes a key.
    ///
    /// A paste goes into text only and never moves, chooses or submits; what stands in a question or a refusal is
    /// answered by its own keys; after submission everything but Esc is ignored until the outcome is known.
    package mutating func handle(_ key: Key, _ scene: Scene) -> FormStep {
        let step: FormStep
        switch stage {
        case .sent: step = EditingKey.leave ~= key ? leave() : .stay
        case .asking(let question): step = answer(question, key, scene)
        case .refused(_, let missing, let command): step = handleRefusal(missing, command, key, scene)
        case .editing: step = edit(key, scene)
        }
        settle(scene)
        return step
    }

    /// Goes back to the form under this one, or asks the desk to put this one aside.
    mutating func leave() -> FormStep {
        guard var outer = under.first else {
            if case .refused = stage { stage = .editing }
            return .putAside
        }
        under = []
        outer.aside.removeAll { $0.kind == kind }
        if isDraftWorthKeeping { outer.aside.append(self) }
        self = outer
        return .stay
    }

    private mutating func edit(_ key: Key, _ scene: Scene) -> FormStep {
        let plan = kind.sheet.plan(self, scene)
        guard let field = plan.fields.first(where: { $0.id == focus }) else {
            return EditingKey.leave ~= key ? leave() : .stay
        }
        if isInRemark { return editRemark(key, field, plan, scene) }
        // Whoever is used to answering with a letter and Enter must not pass over the next field.
        let isSpare = skipsEnter && key == .enter
        skipsEnter = false
        if isSpare { return .stay }
        switch key {
        case EditingKey.leave: return leave()
        case EditingKey.record: return submit(scene)
        case EditingKey.enter: return enter(field, plan, scene)
        case EditingKey.nextField, EditingKey.previousField:
            problems[field.id] = kind.sheet.problem(in: field.id, self, scene) ?? problems[field.id]
            move(EditingKey.nextField ~= key ? 1 : -1, plan)
        case EditingKey.fieldsDown: move(5, plan, wraps: false)
        case EditingKey.fieldsUp: move(-5, plan, wraps: false)
        case EditingKey.down: arrow(1, field, plan)
        case EditingKey.up: arrow(-1, field, plan)
        case .paste(let text):
            if field.takesText { type(Self.onOneLine(text), field, scene) }
        case .character(let character): return take(character, field, plan, scene)
        case .left, .right, .home, .end, .backspace, .delete, .control:
            editInPlace(key, field)
        case .wheel(let step, _): move(step < 0 ? -1 : 1, plan, wraps: false)
        case .escape, .enter, .tab, .backTab, .up, .down, .pageUp, .pageDown, .function, .alt, .click: break
        }
        return .stay
    }

    /// A paste as text: what would press Enter or Tab is a space.
    static func onOneLine(_ text: String) -> String {
        String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }

    /// A character in the focused field.
    private mutating func take(
        _ character: Character,
        _ field: Field,
        _ plan: FormPlan,
        _ scene: Scene
    ) -> FormStep {
        switch field.kind {
        case .text, .number:
            type(String(character), field, scene)
        case .list(let choices):
            if let digit = character.wholeNumberValue, digit > 0 {
                let visible = visible(choices, field)
                guard digit <= visible.count else { return .stay }
                choose([visible[digit - 1].code], field)
                return plan.actsAtOnce ? submit(scene) : .stay
            }
            if character == "+", let new = choices.first(where: { $0.key == "+" }) {
                choose([new.code], field)
                return plan.actsAtOnce ? submit(scene) : .stay
            }
            type(String(character), field, scene)
        case .choice(let choices):
            if let choice = choices.first(where: { $0.key == character })
                ?? choices.first(where: { $0.key == lower(character) })
            {
                choose([choice.code], field)
                if plan.actsAtOnce { return submit(scene) }
                goOn(from: field, scene)
            } else if character != " " {
                let keys = choices.map { String($0.key) }.joined(separator: " ")
                problems[field.id] = "\(Words.clean(String(character))) chooses nothing here: \(keys)"
            }
        case .marks(let choices):
            guard let choice = choices.first(where: { $0.key == character || $0.key == lower(character) }) else {
                break
            }
            var marked = picks[field.id] ?? []
            if marked.contains(choice.code) {
                marked.removeAll { $0 == choice.code }
            } else {
                marked.append(choice.code)
            }
            choose(choices.map(\.code).filter(marked.contains), field)
        case .item(let shape): takeItem(character, shape, field, plan)
        case .computed, .paragraph, .heading: break
        }
        return .stay
    }

    /// One letter answers and goes on to the next field, as on a checklist; the last field waits for its Enter.
    private mutating func goOn(from field: Field, _ scene: Scene) {
        // The answer may have opened further fields, so the plan is asked anew.
        let plan = kind.sheet.plan(self, scene)
        guard plan.focusable.last?.id != field.id else { return }
        move(1, plan)
        skipsEnter = true
    }

    private func lower(_ character: Character) -> Character { character.lowercased().first ?? character }

    mutating func type(_ text: String, _ field: Field, _ scene: Scene) {
        touch(field.id)
        texts[field.id, default: TextEntry()].insert(text)
        if beganUTCMicros == nil { beganUTCMicros = scene.ward.nowUTCMicros }
        pickFirstFound(field)
    }

    /// In a list, what was typed finds: the first that fits is the one Enter takes.
    private mutating func pickFirstFound(_ field: Field) {
        guard case .list(let choices) = field.kind else { return }
        picks[field.id] = text(field.id).isEmpty ? [] : visible(choices, field).first.map { [$0.code] } ?? []
    }

    mutating func choose(_ codes: [String], _ field: Field) {
        guard picks[field.id] ?? [] != codes else { return }
        touch(field.id)
        picks[field.id] = codes
    }

    /// Notes that a field was changed: what was said about it before no longer holds.
    mutating func touch(_ field: FieldID) {
        isTouched = true
        problems[field] = nil
        notice = ""
        remembered = [:]
    }

    private mutating func editInPlace(_ key: Key, _ field: Field) {
        switch field.kind {
        case .text, .number, .list:
            var entry = texts[field.id] ?? TextEntry()
            let before = entry.text
            guard entry.edit(key) else { return }
            texts[field.id] = entry
            if entry.text != before {
                touch(field.id)
                pickFirstFound(field)
                forgetEmptied(field)
            }
        case .choice(let choices):
            if key == .right { turn(1, choices, field) }
            if key == .left { turn(-1, choices, field) }
            if key == .backspace || key == .delete { choose([], field) }
        case .item:
            if key == .backspace || key == .delete { choose([], field) }
        case .marks, .computed, .paragraph, .heading: break
        }
    }

    /// Up and down walk through a list, and from field to field elsewhere.
    private mutating func arrow(_ step: Int, _ field: Field, _ plan: FormPlan) {
        guard case .list(let choices) = field.kind else { return move(step, plan) }
        let visible = visible(choices, field)
        let place = visible.firstIndex { $0.code == pick(field.id) }
        let next = place.map { $0 + step } ?? (step > 0 ? 0 : visible.count - 1)
        if visible.indices.contains(next) {
            choose([visible[next].code], field)
        } else {
            move(step, plan, wraps: false)
        }
    }

    /// An emptied line is as if nothing had been typed: no draft of it is kept, and its time begins anew.
    private mutating func forgetEmptied(_ field: Field) {
        guard kind.facts.shape == .line, text(field.id).isEmpty else { return }
        beganUTCMicros = nil
        isTouched = false
    }

    private mutating func turn(_ step: Int, _ choices: [Choice], _ field: Field) {
        guard !choices.isEmpty else { return }
        let place = choices.firstIndex { $0.code == pick(field.id) }
        let next = place.map { ($0 + step + choices.count) % choices.count } ?? (step > 0 ? 0 : choices.count - 1)
        choose([choices[next].code], field)
    }

    mutating func move(_ step: Int, _ plan: FormPlan, wraps: Bool = true) {
        let ids = plan.focusable.map(\.id)
        guard let place = focus.flatMap(ids.firstIndex) else { return }
        let next = place + step
        focus = wraps ? ids[(next % ids.count + ids.count) % ids.count] : ids[min(max(0, next), ids.count - 1)]
        isInRemark = false
    }

    /// Enter: on to the next field, and on the last one to the record.
    private mutating func enter(_ field: Field, _ plan: FormPlan, _ scene: Scene) -> FormStep {
        // A list of one needs no choosing; of more, nobody is taken for another by a stray Enter.
        if case .list(let choices) = field.kind, pick(field.id) == nil {
            let people = visible(choices, field).filter { $0.key != "+" }
            if people.count == 1 { choose([people[0].code], field) }
        }
        if let problem = Self.problem(of: field, in: self) ?? kind.sheet.problem(in: field.id, self, scene) {
            problems[field.id] = problem
            return .stay
        }
        if plan.focusable.last?.id == field.id { return submit(scene) }
        move(1, plan)
        return .stay
    }

    /// The choices of a list that its filter lets through: every typed word begins a word of the choice.
    func visible(_ choices: [Choice], _ field: Field) -> [Choice] {
        let wanted = text(field.id).lowercased().split(separator: " ")
        return choices.filter { choice in
            if choice.key == "+" { return true }
            let words = choice.words.lowercased().split { !$0.isLetter && !$0.isNumber }
            return wanted.allSatisfy { part in words.contains { $0.hasPrefix(part) } }
        }
    }
}
