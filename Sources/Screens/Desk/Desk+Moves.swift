import Canvas
import Session

extension Desk {
    /// Chooses the chair of a digit.
    mutating func choose(_ digit: Int, _ ward: Ward) {
        guard ward.chairs.indices.contains(digit - 1) else {
            notice = Notice(text: "There is no chair \(digit); this station has \(ward.chairs.count).", isGrave: false)
            return
        }
        choice = Choice(earlier: focus, atUTCMicros: ward.nowUTCMicros)
        focus = .chair(ward.chairs[digit - 1])
    }

    /// Goes through the places in order, round and round.
    mutating func step(_ by: Int, _ ward: Ward) {
        let spots = Seating(ward).spots
        guard !spots.isEmpty else { return }
        let index = focus.flatMap(spots.firstIndex) ?? 0
        focus = spots[(index + by + spots.count) % spots.count]
    }

    /// Arrows: on the Board through the places, in the Session view through the entries.
    mutating func move(_ direction: Action.Direction, _ ward: Ward) {
        if case .session(let id) = place, let stay = ward.stay(id) {
            moveEntry(direction, stay, ward.nowUTCMicros)
            return
        }
        switch direction {
        case .left: step(-1, ward)
        case .right: step(1, ward)
        case .up, .pageUp: climb(isDown: false, ward)
        case .down, .pageDown: climb(isDown: true, ward)
        }
    }

    /// Up and down on the Board: to the tile above or below, as the tiles stand at this console's size.
    private mutating func climb(isDown: Bool, _ ward: Ward) {
        let layout = BoardLayout(Seating(ward), in: DeskRooms(size, ward).content)
        if let next = layout.neighbour(of: focus, isDown: isDown) { focus = next }
    }

    private mutating func moveEntry(_ direction: Action.Direction, _ stay: Stay, _ nowUTCMicros: Int64) {
        let last = stay.decided.entries.count - 1
        guard last >= 0 else { return }
        let stride: Int
        switch direction {
        case .up: stride = 1
        case .down: stride = -1
        case .pageUp: stride = 10
        case .pageDown: stride = -10
        case .left, .right: return
        }
        selectedEntry = selectedEntry.map { max(0, min(last, $0 + stride)) } ?? last
        selectedAtUTCMicros = nowUTCMicros
    }
}
