import Session
import Wording

/// The controlled drug: drawn up, wasted before a witness, returned.
struct DrugSheet: FormSheet {
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
        form.put("name", Self.nextName(containers))
        form.put("drug", session.order?.drug ?? session.rules.dose.drug)
        let planned =
            session.order?.concentrationMicrogramsPerMilliliter
            ?? session.rules.dose.concentrationMicrogramsPerMilliliter
        form.put("concentration", DecimalText.text(planned, decimals: 3))
        if containers.count == 1 { form.picks["container"] = [containers[0].name] }
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        guard let session = form.stay(scene)?.decided else { return FormPlan("Drug", []) }
        let unexplained = Self.unexplained(session)
        let actions =
            [
                Choice("drawn", "d", "drawn up"), Choice("wasted", "w", "wasted"), Choice("returned", "r", "returned"),
            ] + (unexplained.isEmpty ? [] : [Choice("never", "n", "never there: its entry is void")])
        let action = Field("action", "The drug was", .choice(actions), isRequired: true)
        let choices = Choice.numbered(session.containersOnBalance.map { ($0.name, Words.clean($0.name)) })
        let container = Field(
            "container",
            "Container",
            .choice(choices),
            isRequired: true,
            hint: choices.isEmpty ? "none is drawn yet" : ""
        )
        let volume = Field(
            "volume",
            "Volume",
            .number(unit: "mL", decimals: 6),
            isRequired: true,
            hint: "as measured, not by subtraction"
        )
        let rest: [Field] =
            switch form.pick("action") {
            case "drawn": NameAlertFields.fields(form, scene) + drawn(form, session)
            case "wasted":
                [
                    container, volume,
                    Field("method", "Method", .text, isRequired: true, hint: "into the destruction kit"),
                    Field("witness", "Witness", .text, isRequired: true, hint: "a second person, not who is typing"),
                ]
            case "returned": [container, volume]
            case "never": Self.never(unexplained)
            default: []
            }
        let wrong = session.containers.compactMap { container in
            container.dilutionProblem.map {
                Field.computed(
                    "wrong." + container.name,
                    "NOT AS LABELLED",
                    "\(container.name): \($0)",
                    style: .problem
                )
            }
        }
        return FormPlan("Drug", [action] + rest + Self.codes(form, session) + Self.balance(form, session) + wrong)
    }

    /// What is written on containers, the one that is being drawn last; the time-out asks for it.
    private static func codes(_ form: Form, _ session: Session) -> [Field] {
        var names = session.containers.map(\.name)
        if form.pick("action") == "drawn", !form.text("name").isEmpty { names.append(form.text("name")) }
        let codes = names.map { "\(Words.clean($0)): \(DrugContainer.code(of: $0, in: session.id))" }
        return codes.isEmpty ? [] : [.computed("codes", "Write on it", codes.joined(separator: "   "), style: .warning)]
    }

    private func drawn(_ form: Form, _ session: Session) -> [Field] {
        var fields = [
            Field("name", "Container", .text, isRequired: true, hint: "what it is called: A"),
            Field("drug", "Drug", .text, isRequired: true),
            Field(
                "vial",
                "Vial strength",
                .number(unit: "mg/mL", decimals: 3),
                isRequired: true,
                hint: "as on the vial"
            ),
            Field("fromVial", "From the vial", .number(unit: "mL", decimals: 6), isRequired: true),
            Field("volume", "Filled up to", .number(unit: "mL", decimals: 6), isRequired: true),
            Field(
                "concentration",
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
            let label = form.number("concentration", decimals: 3) ?? 0
            let isRight = DrugContainer.isLabelled(label, asMixed: figures.concentration)
            fields.append(.computed("figures", "Comes to", text, style: isRight ? .good : .problem))
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
            Field("entry", "Container", .choice(choices), isRequired: true),
            Field("witness", "Witness", .text, isRequired: true, hint: "a second person, not who is typing"),
            Field("text", "In words", .text, isRequired: true, hint: "never drawn; another patient's"),
        ]
    }

    private static func balance(_ form: Form, _ session: Session) -> [Field] {
        guard ["wasted", "returned", "never"].contains(form.pick("action")) else { return [] }
        return session.balances.map { balance in
            var runs = [FormRun(DoseArithmetic.milligrams(balance.differenceMicrograms), .hint)]
            runs += Words.voided(balance).map { FormRun("  " + Words.clean($0), .warning) }
            return Field("balance.\(balance.number)", "Open in \(Words.clean(balance.name))", .computed(runs))
        }
    }

    func complete(_ form: Form, _ scene: Scene) -> Completion {
        let volume = form.number("volume", decimals: 6) ?? 0
        switch form.pick("action") {
        case "wasted":
            let waste = DrugWaste(
                container: form.pick("container") ?? "",
                volumeNanoliters: volume,
                method: form.text("method"),
                witness: form.text("witness")
            )
            return form.record(.wasteDrug(waste), scene)
        case "returned":
            return form.record(.returnDrug(container: form.pick("container") ?? "", volumeNanoliters: volume), scene)
        case "never":
            let explanation = DrugExplanation(
                entry: form.pick("entry").flatMap { Int($0) } ?? -1,
                witness: form.text("witness"),
                text: form.text("text")
            )
            return form.record(.explainDrug(explanation), scene)
        default: return draw(form, volume, scene)
        }
    }

    private func draw(_ form: Form, _ volume: Int, _ scene: Scene) -> Completion {
        let container = DrugContainer(
            name: form.text("name"),
            drug: form.text("drug"),
            vialStrengthMicrogramsPerMilliliter: form.number("vial", decimals: 3) ?? 0,
            concentrationMicrogramsPerMilliliter: form.number("concentration", decimals: 3) ?? 0,
            volumeNanoliters: volume,
            fromVialNanoliters: form.number("fromVial", decimals: 6)
        )
        // A doubt is asked about only where nothing else is wrong.
        let problems = form.stay(scene)?.decided.problems(of: container) ?? []
        guard problems.isEmpty else { return .problems(problems) }
        // What was drawn is a fact: a slip of the keys is asked about, a wrong mixture is recorded and holds the start.
        let doubts = form.stay(scene).map { Self.doubts(container, $0.decided) } ?? []
        if !doubts.isEmpty, form.remembered["drawn"] == nil {
            return .ask(.confirm(doubts, yes: "it was drawn like this", .remember("drawn", "yes")))
        }
        return form.record(.drawDrug(container, answers: NameAlertFields.answers(form, scene)), scene)
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
        guard let vial = form.number("vial", decimals: 3), let taken = form.number("fromVial", decimals: 6),
            let volume = form.number("volume", decimals: 6), vial > 0, taken > 0, volume > 0
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
