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

    enum Name: String, FieldName {
        case sure
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
        guard let stay = form.stay(scene) else { return FormPlan([]) }
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
        let yes = Field(Name.sure, "", .choice([Choice(YesNo.yes, question)]))
        var plan = FormPlan(act: facts.words, fields + [yes])
        plan.actsAtOnce = true
        return plan
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        guard form.answer(Name.sure) == YesNo.yes else { throw .problem(Name.sure, "y says yes") }
        return switch step {
        case .readyToLeave: try form.record(.markReadyToLeave, scene)
        case .close: try form.record(.close, scene)
        case .ready: try form.record(.declareReady, scene)
        }
    }

    private static func criterion(_ criterion: Criterion) -> Field {
        let mark = criterion.isMet ? FormRun("met   ", .good) : FormRun("OPEN  ", .warning)
        let detail = criterion.detail.isEmpty ? "" : "  " + criterion.detail
        return .paragraph([mark, FormRun(criterion.words), FormRun(detail, .hint)])
    }

    private static func balance(_ balance: ContainerBalance) -> Field {
        let state = balance.isBalanced ? FormRun("balanced  ", .good) : FormRun("NOT BALANCED  ", .warning)
        let difference = "difference \(DoseArithmetic.milligrams(balance.differenceMicrograms))"
        let more = Words.voided(balance).map { FormRun("  " + Words.clean($0), .warning) }
        return .paragraph(
            [FormRun("drug \(Words.clean(balance.name))  "), state, FormRun(difference, .hint)] + more
        )
    }

    private static func openItem(_ item: OpenItem) -> Field {
        Field.paragraph([FormRun("OPEN LIST  ", .warning), FormRun(Words.clean(item.sentence))])
    }

    private static func missing(_ permission: Permission, _ stay: Stay) -> [Field] {
        stay.decided.needs(for: permission, at: stay.now).map {
            Field.paragraph([FormRun("OPEN  ", .warning), FormRun(Words.sentence(of: $0))])
        }
    }
}
