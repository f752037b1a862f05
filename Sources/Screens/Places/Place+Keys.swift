import Canvas
import Session

extension Place {
    /// Its own keys, what can be charted of its session, and what every place has.
    static func makeTable() -> KeyTable {
        let own = keys.enumerated().map { Binding($0.element, row: $0.offset) }
        return KeyTable(
            place: name,
            own.filter(\.isCommand) + Keymap.charting + Keymap.everywhere + own.filter { !$0.isCommand }
                + Keymap.leaving
        )
    }

    /// What decides which keys are valid here.
    func situation(_ scene: Scene) -> Situation {
        let session = subject(scene)?.decided
        var situation = Self.situation(session?.phase)
        situation.conditions = session.map { FormCondition.standing(in: $0) } ?? []
        return situation
    }

    /// The same for any session in a phase, where nobody is there to look at.
    static func situation(_ phase: Phase?) -> Situation {
        var situation = Situation(phase: phase)
        situation.checksIn = checksIn
        situation.choosesEntries = choosesEntries
        situation.quits = quits
        return situation
    }

    /// Does what a row of its own keys says.
    mutating func press(_ row: Int, _ scene: Scene, in room: Rect) -> PlaceStep {
        switch Self.keys[row].act {
        case .here(let act): act(&self, scene, room)
        case .desk: .stay
        }
    }
}

extension Binding {
    fileprivate init(_ key: PlaceKey<some Place>, row: Int) {
        let action: KeyAction =
            switch key.act {
            case .here: .here(row)
            case .desk(let action): action
            }
        self.init(key.shown, key.keys, key.hint, key.help, action, isCommand: !key.isMovement, when: key.isValid)
    }
}
