import Session

/// A step that a gate guards and that needs nothing typed: ready, ready to leave, closed. `y` takes it.
struct PermissionSheet: FormSheet {
    let kind: FormKind

    func plan(_ form: Form, _ context: FormContext) -> FormPlan {
        guard let stay = form.stay(context) else { return FormPlan(kind.title, []) }
        let question: String
        let fields: [Field]
        switch kind {
        case .readyToLeave:
            question = "The patient is ready to leave"
            fields = stay.decided.criteria(at: stay.now).map(Self.criterion)
        case .close:
            question = "I sign this session as its author, and it is closed"
            fields = stay.decided.balances.map(Self.balance) + Self.missing(.close, stay)
        case _:
            question = "Everything is there for the infusion"
            fields = Self.missing(.ready, stay)
        }
        let yes = Field("sure", question, .choice([Choice("yes", "y", "yes")]), isRequired: true)
        var plan = FormPlan(kind.title, act: kind.words, fields + [yes])
        plan.actsAtOnce = true
        return plan
    }

    func complete(_ form: Form, _ context: FormContext) -> Completion {
        guard form.pick("sure") == "yes" else { return .problem("sure", "y says yes") }
        return switch kind {
        case .readyToLeave: form.record(.markReadyToLeave, context)
        case .close: form.record(.close, context)
        case _: form.record(.declareReady, context)
        }
    }

    private static func criterion(_ criterion: Criterion) -> Field {
        let mark = criterion.isMet ? FormRun("met   ", .good) : FormRun("OPEN  ", .warning)
        let detail = criterion.detail.isEmpty ? "" : "  " + criterion.detail
        return Field(
            "criterion." + criterion.code,
            "",
            .computed([mark, FormRun(criterion.words), FormRun(detail, .hint)])
        )
    }

    private static func balance(_ balance: ContainerBalance) -> Field {
        let state = balance.isBalanced ? FormRun("balanced  ", .good) : FormRun("NOT BALANCED  ", .warning)
        let difference = "difference \(DoseArithmetic.milligrams(balance.differenceMicrograms))"
        return Field(
            "balance." + balance.container.name,
            "Drug \(Words.clean(balance.container.name))",
            .computed([state, FormRun(difference, .hint)])
        )
    }

    private static func missing(_ permission: Permission, _ stay: Stay) -> [Field] {
        stay.decided.requirements(for: permission, at: stay.now).map {
            Field("missing." + $0.code, "", .computed([FormRun("OPEN  ", .warning), FormRun($0.sentence)]))
        }
    }
}
