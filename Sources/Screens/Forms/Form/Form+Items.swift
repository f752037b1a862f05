import Canvas

extension Form {
    /// A character on a checklist item: its answer, or `r` for a remark.
    ///
    /// An answer moves on to the next item, so that a list is answered with one key each; not applicable asks why.
    mutating func takeItem(_ character: Character, _ shape: ItemShape, _ field: Field, _ plan: FormPlan) {
        let key = character.lowercased().first ?? character
        if shape.marks.isEmpty || EditingKey.remark ~= .character(key) {
            isInRemark = true
            if shape.marks.isEmpty { insertRemark(String(character), field) }
        } else if let mark = shape.marks.first(where: { $0.key == key }) {
            choose([mark.rawValue], field)
            if mark == .notApplicable { isInRemark = true } else { move(1, plan, wraps: false) }
        }
    }

    mutating func editRemark(_ key: Key, _ field: Field, _ plan: FormPlan, _ scene: Scene) -> FormStep {
        let id = field.id.remark
        switch key {
        case EditingKey.leave: isInRemark = false
        case EditingKey.enter, EditingKey.nextField, EditingKey.down: move(1, plan, wraps: false)
        case EditingKey.previousField, EditingKey.up: move(-1, plan, wraps: false)
        case EditingKey.record:
            isInRemark = false
            return submit(scene)
        case .character(let character): insertRemark(String(character), field)
        case .paste(let text): insertRemark(Self.onOneLine(text), field)
        case .left, .right, .home, .end, .backspace, .delete, .control:
            var entry = texts[id] ?? TextEntry()
            if entry.edit(key) {
                texts[id] = entry
                touch(field.id)
            }
        case .escape, .enter, .tab, .backTab, .up, .down, .pageUp, .pageDown, .function, .alt, .click, .wheel: break
        }
        return .stay
    }

    private mutating func insertRemark(_ text: String, _ field: Field) {
        touch(field.id)
        texts[field.id.remark, default: TextEntry()].insert(text)
    }
}
