import Session
import Wording

/// A step that a gate guards and that needs nothing typed: ready, ready to leave, closed.
///
/// `y` takes it; what is open stands above.
struct PermissionSheet: FormSheet {
    let step: Step

    enum Step: Hashable, Sendable {
        case ready
        case readyToLeave
        case close
    }

    var facts: FormFacts {
        switch step {
        case .ready:
            FormFacts(
                "ready for the infusion",
                help: "declare ready for the infusion",
                keepsDraft: false,
                menu: FormMenu("r", [.screening: 60]),
                refusalKey: "r"
            )
        case .readyToLeave:
            FormFacts(
                "ready to leave",
                help: "ready to leave",
                keepsDraft: false,
                menu: FormMenu("l", [.observing: 20])
            )
        case .close:
            FormFacts(
                "sign and close",
                help: "sign and close the session",
                keepsDraft: false,
                menu: FormMenu("c", [.discharged: 20, .cancelled: 20])
            )
        }
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        guard let stay = form.stay(scene) else { return FormPlan(facts.title, []) }
        let question: String
        let fields: [Field]
        switch step {
        case .readyToLeave:
            question = "The patient is ready to leave"
            fields = stay.decided.criteria(at: stay.now).map(Self.criterion)
        case .close:
            question = "I sign this session as its author, and it is closed"
            fields =
                stay.decided.balances.map(Self.balance) + Self.missing(.close, stay)
                + stay.decided.openList.map(Self.openItem)
        case .ready:
            question = "Everything is there for the infusion"
            fields = Self.missing(.ready, stay)
        }
        let yes = Field("sure", "", .choice([Choice("yes", "y", question)]))
        var plan = FormPlan(facts.title, act: facts.words, fields + [yes])
        plan.actsAtOnce = true
        return plan
    }

    func complete(_ form: Form, _ scene: Scene) -> Completion {
        guard form.pick("sure") == "yes" else { return .problem("sure", "y says yes") }
        return switch step {
        case .readyToLeave: form.record(.markReadyToLeave, scene)
        case .close: form.record(.close, scene)
        case .ready: form.record(.declareReady, scene)
        }
    }

    private static func criterion(_ criterion: Criterion) -> Field {
        let mark = criterion.isMet ? FormRun("met   ", .good) : FormRun("OPEN  ", .warning)
        let detail = criterion.detail.isEmpty ? "" : "  " + criterion.detail
        return Field.paragraph(
            "criterion." + criterion.kind.rawValue,
            [mark, FormRun(criterion.words), FormRun(detail, .hint)]
        )
    }

    private static func balance(_ balance: ContainerBalance) -> Field {
        let state = balance.isBalanced ? FormRun("balanced  ", .good) : FormRun("NOT BALANCED  ", .warning)
        let difference = "difference \(DoseArithmetic.milligrams(balance.differenceMicrograms))"
        let more = Words.voided(balance).map { FormRun("  " + Words.clean($0), .warning) }
        return Field.paragraph(
            "balance.\(balance.number)",
            [FormRun("drug \(Words.clean(balance.name))  "), state, FormRun(difference, .hint)] + more
        )
    }

    private static func openItem(_ item: OpenItem) -> Field {
        Field.paragraph("open.\(item.number)", [FormRun("OPEN LIST  ", .warning), FormRun(Words.clean(item.sentence))])
    }

    private static func missing(_ permission: Permission, _ stay: Stay) -> [Field] {
        stay.decided.needs(for: permission, at: stay.now).map {
            Field.paragraph("missing." + $0.code, [FormRun("OPEN  ", .warning), FormRun(Words.sentence(of: $0))])
        }
    }
}
