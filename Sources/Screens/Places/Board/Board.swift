import Canvas
import Session

/// The Board: all chairs at once, one of them chosen.
struct Board: Place, Hashable {
    static let name = "Board"
    static let checksIn = true
    static let quits = true
    static let table = makeTable()

    /// The chair, or the patient without one, that the next key acts on.
    var focus: Seating.Spot?
    /// Whether the first chair is chosen by itself: only until one was, never in the place of somebody who has gone.
    private var choosesFirst: Bool
    private var choice: Choice?

    init(choosesFirst: Bool = true) { self.choosesFirst = choosesFirst }

    /// A chair chosen by a digit, and what was chosen before: a second digit soon after takes it back.
    private struct Choice: Hashable, Sendable {
        var earlier: Seating.Spot?
        var atUTCMicros: Int64
        /// Whether it has been taken back: what follows is taken for the rest of a vitals line.
        var isLine = false
    }

    /// A second digit within this takes a choice of a chair back: a vitals line typed without `v` must not wander.
    private static let choiceMicros: Int64 = 500_000

    var title: String { "Vigil" }
    var session: String? { nil }

    func subject(_ scene: Scene) -> Stay? {
        switch focus {
        case .chair(let chair): scene.ward.stay(inChair: chair)
        case .stay(let id): scene.ward.stay(id)
        case nil: nil
        }
    }

    func emptyChair(_ scene: Scene) -> String? {
        guard case .chair(let chair) = focus, subject(scene) == nil else { return nil }
        return chair
    }

    mutating func settle(_ scene: Scene, isBusy: Bool) -> Bool {
        let spots = Seating(scene.ward).spots
        if focus.map(spots.contains) != true { focus = choosesFirst ? spots.first : nil }
        if focus != nil { choosesFirst = false }
        return true
    }

    /// Restores the choice before a chair's digit, when a second digit or `/` follows soon after, and swallows the rest
    /// of that line.
    mutating func swallow(_ key: Key, _ scene: Scene) -> PlaceStep? {
        guard let made = choice else { return nil }
        choice = nil
        guard case .character(let character) = key else { return nil }
        let age = scene.ward.nowUTCMicros - made.atUTCMicros
        let belongs =
            ("0"..."9").contains(character) || character == "/" || (made.isLine && " ,+.-@".contains(character))
        guard (0..<Self.choiceMicros).contains(age), belongs else { return nil }
        focus = made.earlier
        choice = Choice(earlier: made.earlier, atUTCMicros: scene.ward.nowUTCMicros, isLine: true)
        return .say("Digits choose a chair here. Press v first to type vitals; the choice is as before.")
    }

    mutating func comeBack(from session: String?, _ scene: Scene) {
        choice = nil
        if let session { focus = Seating(scene.ward).spot(of: session) ?? focus }
    }

    /// A line never covers a patient.
    func yields(_ rows: Int, of area: Rect, _ scene: Scene) -> Bool {
        let layout = BoardLayout(Seating(scene.ward), in: area)
        return layout.slots.contains { $0.stay != nil && $0.rect.bottom > area.bottom - rows }
    }

    /// Every patient keeps a row at least; what the sheet leaves makes the tiles taller.
    func rowsBeside(_ rows: Int, of area: Rect, _ scene: Scene) -> Int {
        let seating = Seating(scene.ward)
        return max(BoardLayout.leastRows(seating, width: area.width), area.height - rows)
    }

    func draw(into frame: inout Frame, in area: Rect, _ scene: Scene) {
        BoardScreen(ward: scene.ward, surroundings: scene.surroundings, focus: focus).draw(into: &frame, in: area)
    }

    /// Chooses the chair of a digit.
    mutating func choose(_ digit: Int, _ scene: Scene) -> PlaceStep {
        let ward = scene.ward
        guard ward.chairs.indices.contains(digit - 1) else {
            return .say("There is no chair \(digit); this station has \(ward.chairs.count).")
        }
        choice = Choice(earlier: focus, atUTCMicros: ward.nowUTCMicros)
        focus = .chair(ward.chairs[digit - 1])
        return .stay
    }

    /// Goes through the chairs and the waiting in order, round and round.
    mutating func step(_ by: Int, _ scene: Scene) {
        let spots = Seating(scene.ward).spots
        guard !spots.isEmpty else { return }
        guard let index = focus.flatMap(spots.firstIndex) else {
            focus = spots.first
            return
        }
        focus = spots[(index + by + spots.count) % spots.count]
    }

    /// To the tile above or below, as the tiles stand in the room that the Board has.
    mutating func climb(isDown: Bool, _ scene: Scene, in room: Rect) {
        let layout = BoardLayout(Seating(scene.ward), in: room)
        if let next = focus == nil ? layout.slots.first?.spot : layout.neighbour(of: focus, isDown: isDown) {
            focus = next
        }
    }
}
