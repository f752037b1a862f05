import Canvas

extension Form {
    /// A character on a checklist item: its answer, or `r` for a remark.
    ///
    /// An answer moves on to the next item, so that a list is answered with one key each; not applicable asks why.
    mutating func takeItem(_ character: Character, _ shape: ItemShape, _ field: Field, _ plan: FormPlan) {
        let key = character.lowercased().first ?? character
        if shape.keys.isEmpty || key == "r" {
            isInRemark = true
            if shape.keys.isEmpty { insertRemark(String(character), field) }
        } else if shape.keys.contains(key) {
            choose([String(key)], field)
            if key == "a" { isInRemark = true } else { move(1, plan, wraps: false) }
        }
    }

    mutating func editRemark(_ key: Key, _ field: Field, _ plan: FormPlan, _ scene: Scene) -> FormStep {
        let id = Self.remark(field.id)
        switch key {
        case .escape: isInRemark = false
        case .enter, .tab, .down: move(1, plan, wraps: false)
        case .backTab, .up: move(-1, plan, wraps: false)
        case .control("s"), .function(10):
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
        case .pageUp, .pageDown, .function, .alt, .click, .wheel: break
        }
        return .stay
    }

    private mutating func insertRemark(_ text: String, _ field: Field) {
        touch(field.id)
        texts[Self.remark(field.id), default: TextEntry()].insert(text)
    }

    /// The name under which an item's remark is kept.
    static func remark(_ field: String) -> String { field + ".remark" }
}
