import Canvas
import Session

extension Form {
    /// A key while a refusal stands: the way to something missing, the prescriber's override, or "it has already
    /// happened".
    mutating func handleRefusal(
        _ action: String,
        _ missing: [Requirement],
        _ command: Command,
        _ key: Key,
        _ context: FormContext
    ) -> FormStep {
        switch key {
        case .escape, .tab:
            stage = .editing
            tell("Still missing: " + missing.map(\.sentence).joined(separator: "; "))
        case .down: scroll = min(Self.furthestScroll, scroll + 1)
        case .up: scroll = max(0, scroll - 1)
        case .character(let character): choose(character, missing, command, context)
        case .enter, .backTab, .backspace, .delete, .left, .right, .home, .end, .pageUp, .pageDown, .function,
            .control, .alt, .paste, .click, .wheel:
            break
        }
        return .stay
    }

    private mutating func choose(
        _ character: Character,
        _ missing: [Requirement],
        _ command: Command,
        _ context: FormContext
    ) {
        if let way = ways(missing, context).first(where: { $0.key == character }) {
            open(way.kind, context)
        } else if character == "P", offersDecision(missing, context) {
            let covered = missing.filter(\.canBeOverridden)
            open(.override, context)
            self.covered = covered
            // A discrepancy is signed by the hand that types.
            if covered.allSatisfy(\.isDiscrepancy) { put("prescriber", context.typing?.name ?? "") }
        } else if character == "H", offersHappened(missing) {
            open(.alreadyHappened, context)
            covered = missing
            pending = command
        }
    }

    /// Whether a decision can take the place of something missing, in the name of who is typing.
    func offersDecision(_ missing: [Requirement], _ context: FormContext) -> Bool {
        let covered = missing.filter(\.canBeOverridden)
        guard covered.contains(where: \.isDiscrepancy) else { return !covered.isEmpty }
        return context.typing?.role == .supervisor || context.typing?.role == .prescriber
    }

    /// Whether it can have happened already; a signature under an open balance cannot.
    func offersHappened(_ missing: [Requirement]) -> Bool { !missing.allSatisfy(\.isDiscrepancy) }

    /// Opens a form over this one; this one comes back as it was when that one is recorded or put aside.
    mutating func open(_ inner: FormKind, _ context: FormContext) {
        var outer = self
        outer.stage = .editing
        var form = aside.first { $0.kind == inner } ?? Form.make(inner, session: session, context: context)
        outer.aside.removeAll { $0.kind == inner }
        form.under = [outer]
        self = form
    }

    /// The forms that mend what is missing, each with its key, once.
    func ways(_ missing: [Requirement], _ context: FormContext) -> [(key: Character, kind: FormKind)] {
        var ways: [(key: Character, kind: FormKind)] = []
        for requirement in missing {
            guard let way = way(requirement, context), !ways.contains(where: { $0.key == way.key }) else { continue }
            ways.append(way)
        }
        return ways
    }

    /// The form that mends one missing thing, and its key.
    func way(_ requirement: Requirement, _ context: FormContext) -> (key: Character, kind: FormKind)? {
        let beforeDose = stay(context)?.decided.doseStartMicros == nil
        let kind: FormKind? =
            switch requirement.code.prefix(while: { $0 != "." }) {
            case "identity": .identity
            case "escort": .details
            case "ready": .ready
            case "final": .vitals
            case "discharge": .dischargeList
            case "screening": .screening
            case "order": .order
            case "timeout": .timeout
            case "baseline", "vitals", "finalSet": .vitals
            case "dissociation", "sedation": .dissociation
            case "access", "iv": .access
            case "container", "drug", "balance": .drug
            case "chair": .move
            case "list", "checklist", "instructions": .dischargeList
            case _: requirement.key.flatMap { Self.form(of: $0, beforeDose: beforeDose) }
            }
        guard let kind, kind != self.kind else { return nil }
        return (Self.key(of: kind), kind)
    }

    private static func form(of key: Character, beforeDose: Bool) -> FormKind? {
        switch key {
        case "v": .vitals
        case "d": .dissociation
        case "k": beforeDose ? .screening : .dischargeList
        case "o": .order
        case "i": .access
        case "D": .drug
        case "n": .note
        case "x": .correct
        case _: nil
        }
    }

    private static func key(of kind: FormKind) -> Character {
        switch kind {
        case .identity: "1"
        case .timeout: "2"
        case .ready: "r"
        case .details: "e"
        case .move: "m"
        case .vitals: "v"
        case .dissociation: "d"
        case .screening, .dischargeList: "k"
        case .order: "o"
        case .access: "i"
        case .drug: "D"
        case .note: "n"
        case .firstRun, .addStaff, .whoIsTyping, .checkIn, .reopenScreening, .start, .rate, .pauseReason,
            .resume, .readVolume, .stop, .stationWasOff, .readyToLeave, .worsen, .discharge, .comeBack, .cancel,
            .close, .vitalsNotDone, .correct, .sessionMenu, .override, .alreadyHappened:
            "x"
        }
    }
}
