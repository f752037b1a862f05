import Session
import Wording

/// The controlled drug: drawn up, wasted before a witness, returned.
struct DrugSheet: FormSheet {
    enum Name: String, FieldName {
        case action, name, drug, vial, fromVial, volume, concentration, container, method, witness, entry, text
    }

    private enum Asked: String, FieldName {
        case drawn
    }

    private enum Action: String, FormAnswer {
        case drawn = "drawn up"
        case wasted
        case returned
        case neverThere = "never there: its entry is void"
    }

    var facts: FormFacts {
        FormFacts(
            "drug",
            help: "drug drawn up, wasted, returned",
            keys: [FormKey("D", "drug", in: .every)],
            menu: FormMenu(
                "g",
                [
                    .screening: 50, .ready: 10, .observing: 50, .dischargeReady: 50, .discharged: 10, .cancelled: 10,
                ]
            ),
            refusalKey: "D"
        )
    }

    func prepare(_ form: inout Form, _ scene: Scene) {
        guard let session = form.stay(scene)?.decided else { return }
        let containers = session.containersOnBalance
        form.put(Name.name, Self.nextName(containers))
        form.put(Name.drug, session.order?.drug ?? session.rules.dose.drug)
        let planned =
            session.order?.concentrationMicrogramsPerMilliliter
            ?? session.rules.dose.concentrationMicrogramsPerMilliliter
        form.put(Name.concentration, DecimalText.text(planned, decimals: 3))
        if containers.count == 1 { form.choose(Name.container, containers[0].name) }
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        guard let session = form.stay(scene)?.decided else { return FormPlan([]) }
        let unexplained = Self.unexplained(session)
        let actions = Action.allCases.filter { $0 != .neverThere || !unexplained.isEmpty }.map { Choice($0) }
        let action = Field(Name.action, "The drug was", .choice(actions), isRequired: true)
        let choices = Choice.numbered(session.containersOnBalance.map { ($0.name, Words.clean($0.name)) })
        let container = Field(
            Name.container,
            "Container",
            .choice(choices),
            isRequired: true,
            hint: choices.isEmpty ? "none is drawn yet" : ""
        )
        let volume = Field(
            Name.volume,
            "Volume",
            .number(unit: "mL", decimals: 6),
            isRequired: true,
            hint: "as measured, not by subtraction"
        )
        let rest: [Field] =
            switch form.answer(Name.action) as Action? {
            case .drawn: NameAlertFields.fields(form, scene) + drawn(form, session)
            case .wasted:
                [
                    container, volume,
                    Field(Name.method, "Method", .text, isRequired: true, hint: "into the destruction kit"),
                    Field(Name.witness, "Witness", .text, isRequired: true, hint: "a second person, not who is typing"),
                ]
            case .returned: [container, volume]
            case .neverThere: Self.never(unexplained)
            case nil: []
            }
        let wrong: [Field] = session.containers.compactMap { container in
            container.dilutionProblem.map {
                .computed("NOT AS LABELLED", "\(container.name): \($0)", style: .problem)
            }
        }
        let shown = Self.codes(form, session) + Self.balance(form, session) + wrong
        return FormPlan([action] + rest + shown)
    }

    /// What is written on containers, the one that is being drawn last; the time-out asks for it.
    private static func codes(_ form: Form, _ session: Session) -> [Field] {
        var names = session.containers.map(\.name)
        if form.answer(Name.action) == Action.drawn, !form.text(Name.name).isEmpty {
            names.append(form.text(Name.name))
        }
        let codes = names.map { "\(Words.clean($0)): \(DrugContainer.code(of: $0, in: session.id))" }
        return codes.isEmpty ? [] : [.computed("Write on it", codes.joined(separator: "   "), style: .warning)]
    }

    private func drawn(_ form: Form, _ session: Session) -> [Field] {
        var fields = [
            Field(Name.name, "Container", .text, isRequired: true, hint: "what it is called: A"),
            Field(Name.drug, "Drug", .text, isRequired: true),
            Field(
                Name.vial,
                "Vial strength",
                .number(unit: "mg/mL", decimals: 3),
                isRequired: true,
                hint: "as on the vial"
            ),
            Field(Name.fromVial, "From the vial", .number(unit: "mL", decimals: 6), isRequired: true),
            Field(Name.volume, "Filled up to", .number(unit: "mL", decimals: 6), isRequired: true),
            Field(
                Name.concentration,
                "Concentration",
                .number(unit: "mg/mL", decimals: 3),
                isRequired: true,
                hint: "as on the label of the container"
            ),
        ]
        if let figures = Self.figures(form) {
            let text =
                "\(DoseArithmetic.milligrams(figures.micrograms)) in \(DoseArithmetic.milliliters(figures.volume)) = "
                + DoseArithmetic.milligramsPerMilliliter(figures.concentration)
            let label = form.number(Name.concentration, decimals: 3) ?? 0
            let isRight = DrugContainer.isLabelled(label, asMixed: figures.concentration)
            fields.append(.computed("Comes to", text, style: isRight ? .good : .problem))
        }
        return fields
    }

    /// The voided containers whose drug is on the balance until a witness says why.
    private static func unexplained(_ session: Session) -> [ContainerBalance] {
        session.balances.filter { $0.isVoided && $0.explanation == nil }
    }

    private static func never(_ unexplained: [ContainerBalance]) -> [Field] {
        let choices = Choice.numbered(unexplained.map { ("\($0.number)", Words.clean($0.name)) })
        return [
            Field(Name.entry, "Container", .choice(choices), isRequired: true),
            Field(Name.witness, "Witness", .text, isRequired: true, hint: "a second person, not who is typing"),
            Field(Name.text, "In words", .text, isRequired: true, hint: "never drawn; another patient's"),
        ]
    }

    private static func balance(_ form: Form, _ session: Session) -> [Field] {
        switch form.answer(Name.action) as Action? {
        case .wasted, .returned, .neverThere: break
        case .drawn, nil: return []
        }
        return session.balances.map { balance in
            var runs = [FormRun(DoseArithmetic.milligrams(balance.differenceMicrograms), .hint)]
            runs += Words.voided(balance).map { FormRun("  " + Words.clean($0), .warning) }
            return .computed("Open in \(Words.clean(balance.name))", runs)
        }
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        let volume = form.number(Name.volume, decimals: 6) ?? 0
        let action: Action = try form.needed(Name.action)
        switch action {
        case .drawn: return try draw(form, volume, scene)
        case .wasted:
            let waste = DrugWaste(
                container: try form.chosen(Name.container),
                volumeNanoliters: volume,
                method: form.text(Name.method),
                witness: form.text(Name.witness)
            )
            return try form.record(.wasteDrug(waste), scene)
        case .returned:
            let container = try form.chosen(Name.container)
            return try form.record(.returnDrug(container: container, volumeNanoliters: volume), scene)
        case .neverThere:
            guard let entry = Int(try form.chosen(Name.entry)) else {
                throw .problem(Name.entry, "Container: choose one")
            }
            let explanation = DrugExplanation(
                entry: entry,
                witness: form.text(Name.witness),
                text: form.text(Name.text)
            )
            return try form.record(.explainDrug(explanation), scene)
        }
    }

    private func draw(_ form: Form, _ volume: Int, _ scene: Scene) throws(FormStop) -> Completion {
        let container = DrugContainer(
            name: form.text(Name.name),
            drug: form.text(Name.drug),
            vialStrengthMicrogramsPerMilliliter: form.number(Name.vial, decimals: 3) ?? 0,
            concentrationMicrogramsPerMilliliter: form.number(Name.concentration, decimals: 3) ?? 0,
            volumeNanoliters: volume,
            fromVialNanoliters: form.number(Name.fromVial, decimals: 6)
        )
        // A doubt is asked about only where nothing else is wrong.
        let problems = form.stay(scene)?.decided.problems(of: container) ?? []
        guard problems.isEmpty else { throw .byRules(problems) }
        // What was drawn is a fact: a slip of the keys is asked about, a wrong mixture is recorded and holds the start.
        let doubts = form.stay(scene).map { Self.doubts(container, $0.decided) } ?? []
        try form.confirm(Asked.drawn, doubts, yes: "it was drawn like this")
        return try form.record(.drawDrug(container, answers: NameAlertFields.answers(form, scene)), scene)
    }

    /// What is out of the ordinary about a container, with what it leads to.
    private static func doubts(_ container: DrugContainer, _ session: Session) -> [String] {
        var doubts: [String] = []
        if let problem = container.dilutionProblem {
            doubts.append("\(problem). Recorded like this, it holds the start.")
        }
        if let order = session.order, !order.isOf(container.drug) {
            doubts.append(
                "Ordered is \(Words.clean(order.drug)), not \(Words.clean(container.drug)): it serves no start."
            )
        }
        let limit = session.rules.dose.concentrationAskMicrogramsPerMilliliter
        if container.concentrationMicrogramsPerMilliliter > limit {
            let strong = DoseArithmetic.milligramsPerMilliliter(container.concentrationMicrogramsPerMilliliter)
            doubts.append("\(strong) is over \(DoseArithmetic.milligramsPerMilliliter(limit)): is it diluted?")
        }
        return doubts
    }

    /// What vial and volumes come to; nil until they are all there.
    static func figures(_ form: Form) -> (micrograms: Int, volume: Int, concentration: Int)? {
        guard let vial = form.number(Name.vial, decimals: 3), let taken = form.number(Name.fromVial, decimals: 6),
            let volume = form.number(Name.volume, decimals: 6), vial > 0, taken > 0, volume > 0
        else { return nil }
        let container = DrugContainer(
            name: "",
            drug: "",
            vialStrengthMicrogramsPerMilliliter: vial,
            concentrationMicrogramsPerMilliliter: 0,
            volumeNanoliters: volume,
            fromVialNanoliters: taken
        )
        guard container.isPossible, let mixed = container.mixedMicrogramsPerMilliliter else { return nil }
        let micrograms = DoseArithmetic.micrograms(volumeNanoliters: taken, concentrationMicrogramsPerMilliliter: vial)
        return (micrograms, volume, mixed)
    }

    private static func nextName(_ containers: [DrugContainer]) -> String {
        let names = Set(containers.map { $0.name.uppercased() })
        return "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init).first { !names.contains($0) } ?? ""
    }
}
