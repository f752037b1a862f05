import Canvas
import Session

/// The Session view: one session whole, one of its entries chosen.
struct SessionView: Place, Hashable {
    static let name = "Session view"
    static let choosesEntries = true
    static let namesAllergies = true
    static let table = makeTable()

    /// The session's id; there always is one.
    let session: String?
    /// The entry that is chosen; after a while without a key it is let go, so that the list shows the newest.
    private(set) var chosen: Int? { didSet { chosenAtUTCMicros = nil } }
    /// When the choice was last moved; nil until the next picture or key.
    private var chosenAtUTCMicros: Int64?

    /// How long an entry stays chosen without a key.
    private static let choiceMicros: Int64 = 10 * Micros.perSecond

    init(session: String) { self.session = session }

    var title: String { "Vigil: session" }

    func subject(_ scene: Scene) -> Stay? { session.flatMap { scene.ward.stay($0) } }

    /// The chosen entry, else the newest that a person made.
    func correctable(_ scene: Scene) -> EntryReference? {
        guard let stay = subject(scene) else { return nil }
        let newest = stay.decided.entries.last {
            $0.body.traits.correction.canBeVoided && stay.decided.entry($0.number).voidedBy == nil
        }
        return (chosen ?? newest?.number).map { EntryReference(session: stay.id, number: $0) }
    }

    mutating func settle(_ scene: Scene, isBusy: Bool) -> Bool {
        guard subject(scene) != nil else { return false }
        guard chosen != nil, !isBusy else { return true }
        let now = scene.ward.nowUTCMicros
        guard let since = chosenAtUTCMicros else {
            chosenAtUTCMicros = now
            return true
        }
        if now - since >= Self.choiceMicros { chosen = nil }
        return true
    }

    mutating func entryIsSaved() { chosen = nil }

    /// Its clocks and what is next stay in sight where they have room.
    func rowsBeside(_ rows: Int, of area: Rect, _ scene: Scene) -> Int {
        let rest = area.height - rows
        return rest >= SessionLayout.leastRows ? rest : 0
    }

    func draw(into frame: inout Frame, in area: Rect, _ scene: Scene) {
        guard let stay = subject(scene) else { return }
        SessionScreen(glance: stay.glance, surroundings: scene.surroundings, selectedEntry: chosen)
            .draw(into: &frame, in: area)
    }

    /// Chooses another entry, by so many newer; the newest where none is chosen.
    mutating func move(_ stride: Int, _ scene: Scene) {
        guard let last = subject(scene).map({ $0.decided.entries.count - 1 }), last >= 0 else { return }
        chosen = chosen.map { max(0, min(last, $0 + stride)) } ?? last
        chosenAtUTCMicros = scene.ward.nowUTCMicros
    }

    /// Lets the chosen entry go, else goes back.
    mutating func goBack() -> PlaceStep {
        guard chosen != nil else { return .back }
        chosen = nil
        return .stay
    }
}
