import Canvas
import Session
import Wording

extension Form {
    /// A key while a refusal stands: the way to something missing, the prescriber's override, or "it has already
    /// happened".
    mutating func handleRefusal(
        _ missing: [Need],
        _ command: Command,
        _ key: Key,
        _ scene: Scene
    ) -> FormStep {
        switch key {
        case EditingKey.leave, EditingKey.nextField:
            stage = .editing
            tell("Still missing: " + missing.map { Words.sentence(of: $0) }.joined(separator: "; "))
        case EditingKey.down: scroll = min(Self.furthestScroll, scroll + 1)
        case EditingKey.up: scroll = max(0, scroll - 1)
        case .character: choose(key, missing, command, scene)
        case .escape, .tab, .up, .down, .enter, .backTab, .backspace, .delete, .left, .right, .home, .end, .pageUp,
            .pageDown, .function,
            .control, .alt, .paste, .click, .wheel:
            break
        }
        return .stay
    }

    private mutating func choose(
        _ key: Key,
        _ missing: [Need],
        _ command: Command,
        _ scene: Scene
    ) {
        if let way = ways(missing).first(where: { .character($0.key) == key }) {
            open(way.kind, scene)
        } else if EditingKey.decision ~= key, offersDecision(missing, scene) {
            open(.override, scene)
            covered = missing.filter(\.canBeOverridden)
        } else if EditingKey.happened ~= key, missing.canHaveHappened {
            open(.alreadyHappened, scene)
            covered = missing
            pending = command
        }
    }

    /// Whether a decision can take the place of something missing, in the name of who is typing.
    func offersDecision(_ missing: [Need], _ scene: Scene) -> Bool {
        let covered = missing.filter(\.canBeOverridden)
        guard covered.contains(where: \.isDiscrepancy) else { return !covered.isEmpty }
        return scene.typing?.role == .supervisor || scene.typing?.role == .prescriber
    }

    /// Opens a form over this one; this one comes back as it was when that one is recorded or put aside.
    mutating func open(_ inner: FormKind, _ scene: Scene) {
        var outer = self
        outer.stage = .editing
        var form = aside.first { $0.kind == inner } ?? Form.make(inner, session: session, scene: scene)
        outer.aside.removeAll { $0.kind == inner }
        form.under = [outer]
        self = form
    }

    /// The forms that mend what is missing, each with its key, once.
    func ways(_ missing: [Need]) -> [(key: Character, kind: FormKind)] {
        var ways: [(key: Character, kind: FormKind)] = []
        for need in missing {
            guard let way = way(need), !ways.contains(where: { $0.key == way.key }) else { continue }
            ways.append(way)
        }
        return ways
    }

    /// The form that mends one missing thing, and its key; nil where none does, or this one is it.
    func way(_ need: Need) -> (key: Character, kind: FormKind)? {
        guard let kind = need.form, kind != self.kind, let key = kind.facts.refusalKey else { return nil }
        return (key, kind)
    }

    /// The key that leads to another form once this one is put aside.
    func key(to kind: FormKind, _ scene: Scene) -> String {
        let here = stay(scene).flatMap { kind.key(in: $0.decided.phase).map(String.init) }
        return here ?? kind.facts.keys.first?.shown ?? ""
    }
}
