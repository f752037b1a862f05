import Session

extension Desk {
    /// The session that the next key acts on.
    func subject(_ ward: Ward) -> Stay? {
        switch place {
        case .session(let id): return ward.stay(id)
        case .board: break
        }
        switch focus {
        case .chair(let chair): return ward.stay(inChair: chair)
        case .stay(let id): return ward.stay(id)
        case nil: return nil
        }
    }

    /// What decides which keys are valid.
    func situation(_ ward: Ward) -> Situation {
        let stay = subject(ward)
        var situation = Situation(place: place == .board ? .board : .session, phase: stay?.decided.phase)
        situation.isIdentified = stay?.decided.isIdentified ?? false
        situation.mustTellPump = stay?.decided.mustTellPump ?? false
        situation.hasEcho = liveEcho(ward) != nil
        return situation
    }

    /// The echo, while it stands.
    func liveEcho(_ ward: Ward) -> Echo? {
        guard let echo, ward.nowUTCMicros < echo.untilUTCMicros, ward.stay(echo.session) != nil else { return nil }
        return echo
    }

    /// What is said of a patient who has just left, while it stands.
    func liveParting(_ ward: Ward) -> Parting? {
        parting.flatMap { ward.nowUTCMicros < $0.untilUTCMicros ? $0 : nil }
    }

    /// Lets a chosen entry go that no key has touched for a while: the list returns to the newest.
    private mutating func settleSelection(_ ward: Ward) {
        guard selectedEntry != nil, form == nil else { return }
        guard let since = selectedAtUTCMicros else {
            selectedAtUTCMicros = ward.nowUTCMicros
            return
        }
        if ward.nowUTCMicros - since >= Self.selectionMicros { selectedEntry = nil }
    }

    /// Puts focus and place back on something that exists: chairs are filled and sessions closed by other consoles too.
    mutating func settle(_ ward: Ward, _ surroundings: Surroundings) {
        if case .session(let id) = place, ward.stay(id) == nil {
            place = .board
            selectedEntry = nil
        }
        settleSelection(ward)
        let spots = Seating(ward).spots
        if focus.map(spots.contains) != true { focus = spots.first }
        if let member = typing, !surroundings.staff.isEmpty {
            typing = surroundings.staff.first { $0.id == member.id && $0.isActive }
        }
        if let open = form, let id = open.slot.session, ward.stay(id) == nil { form = nil }
    }

    func scene(_ ward: Ward, _ surroundings: Surroundings) -> Scene {
        Scene(ward: ward, surroundings: surroundings, typing: typing)
    }
}
