import Session

extension Form {
    /// The keys that do something now, for the hint bar.
    package func hints(_ scene: Scene) -> [Hint] {
        switch stage {
        case .sent: return [Hint("Esc", "leave it, it is being saved")]
        case .asking(let question):
            return question.answers.map { Hint(String($0.key), $0.words) } + [Hint("Esc", "back to typing")]
        case .refused(_, let missing, _):
            var hints = ways(missing).map { Hint(String($0.key), $0.kind.words) }
            if offersDecision(missing, scene) { hints.append(Hint("P", Self.decisionWords(missing))) }
            if missing.canHaveHappened { hints.append(Hint("H", "it has already happened")) }
            return hints + [Hint("Esc", "back")]
        case .editing: return editingHints(kind.sheet.plan(self, scene))
        }
    }

    private static func decisionWords(_ missing: [Need]) -> String {
        missing.contains(where: \.isDiscrepancy) ? "sign the discrepancy" : "prescriber decides"
    }

    private func editingHints(_ plan: FormPlan) -> [Hint] {
        let field = plan.fields.first { $0.id == focus }
        var hints: [Hint] = []
        if isInRemark {
            hints.append(Hint("Enter", "done"))
        } else {
            switch field?.kind {
            case .choice: hints.append(Hint("letter", "choose"))
            case .marks: hints.append(Hint("digit", "mark"))
            case .list: hints += [Hint("1-9", "choose"), Hint("letters", "find")]
            case .item(let shape):
                hints += shape.marks.map { Hint(String($0.key), $0.words) }
                hints.append(Hint("r", "remark"))
            case .text, .number, .computed, .paragraph, .heading, nil: break
            }
            let isLast = plan.focusable.last?.id == focus
            if !plan.actsAtOnce { hints.append(Hint("Enter", isLast ? plan.act : "next")) }
        }
        if plan.focusable.count > 1 {
            hints.append(Hint("Tab", "fields"))
            hints.append(Hint("Ctrl-S", plan.act))
        }
        let away = under.isEmpty ? "put aside" : "back to \(under[0].kind.words)"
        return hints + [Hint("Esc", away)]
    }
}
