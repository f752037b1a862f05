import Session

extension Form {
    /// The keys that do something now, for the hint bar.
    package func hints(_ scene: Scene) -> [Hint] {
        switch stage {
        case .sent: return [EditingKey.leave.hint("leave it, it is being saved")]
        case .asking(let question):
            return question.answers.map { Hint(String($0.key), $0.words) } + [EditingKey.leave.hint("back to typing")]
        case .refused(_, let missing, _):
            var hints = ways(missing).map { Hint(String($0.key), $0.kind.words) }
            if offersDecision(missing, scene) { hints.append(EditingKey.decision.hint(Self.decisionWords(missing))) }
            if missing.canHaveHappened { hints.append(EditingKey.happened.hint()) }
            return hints + [EditingKey.leave.hint("back")]
        case .editing: return editingHints(kind.sheet.plan(self, scene))
        }
    }

    private static func decisionWords(_ missing: [Need]) -> String? {
        missing.contains(where: \.isDiscrepancy) ? "sign the discrepancy" : nil
    }

    private func editingHints(_ plan: FormPlan) -> [Hint] {
        let field = plan.fields.first { $0.id == focus }
        var hints: [Hint] = []
        if isInRemark {
            hints.append(EditingKey.remarkDone.hint())
        } else {
            switch field?.kind {
            case .choice: hints.append(EditingKey.letter.hint())
            case .marks: hints.append(EditingKey.mark.hint())
            case .list: hints += [EditingKey.listed.hint(), EditingKey.find.hint()]
            case .item(let shape):
                hints += shape.marks.map { Hint(String($0.key), $0.words) }
                hints.append(EditingKey.remark.hint())
            case .text, .number, .computed, .paragraph, .heading, nil: break
            }
            let isLast = plan.focusable.last?.id == focus
            if !plan.actsAtOnce { hints.append(EditingKey.enter.hint(isLast ? plan.act : nil)) }
        }
        if plan.focusable.count > 1 {
            hints.append(EditingKey.nextField.hint())
            hints.append(EditingKey.record.hint(plan.act))
        }
        return hints + [EditingKey.leave.hint(under.first.map { "back to \($0.kind.words)" })]
    }
}
