import Session

/// Who sits where: every chair in the order of the Board, and the sessions without one.
struct Seating {
    /// A place that can be chosen on the Board.
    enum Spot: Hashable {
        case chair(String)
        /// A session without a chair.
        case stay(String)
    }

    struct Seat {
        var chair: String
        var stay: Stay?
    }

    private(set) var seats: [Seat]
    /// Live sessions without a chair, then those that still have to be closed.
    private(set) var waiting: [Stay] = []

    init(_ ward: Ward) {
        seats = ward.chairs.map { Seat(chair: $0, stay: nil) }
        var ended: [Stay] = []
        for stay in ward.stays {
            guard stay.phase.isLive else {
                ended.append(stay)
                continue
            }
            let chair = stay.chair
            if let index = seats.firstIndex(where: { $0.chair == chair && $0.stay == nil }) {
                seats[index].stay = stay
            } else {
                waiting.append(stay)
            }
        }
        waiting += ended
    }

    /// All places in the order in which Tab goes through them.
    var spots: [Spot] { seats.map { .chair($0.chair) } + waiting.map { .stay($0.id) } }

    /// The session at a place; nil at an empty chair.
    func stay(at spot: Spot?) -> Stay? {
        switch spot {
        case .chair(let chair): seats.first { $0.chair == chair }?.stay
        case .stay(let id): waiting.first { $0.id == id } ?? seats.first { $0.stay?.id == id }?.stay
        case nil: nil
        }
    }

    /// The place of a session.
    func spot(of id: String) -> Spot? {
        if let seat = seats.first(where: { $0.stay?.id == id }) { return .chair(seat.chair) }
        return waiting.contains { $0.id == id } ? .stay(id) : nil
    }
}
