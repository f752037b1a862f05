package import Session

/// What of a session, beside its phase, decides whether a form can be opened.
package enum FormCondition: CaseIterable, Hashable, Sendable {
    /// Two identifiers of the patient have been matched.
    case identified
    /// The station was off while it infused, and nobody has said yet what the pump did.
    case pumpUntold
    /// The order is for another weight than today's, and no prescriber has decided about it.
    case weightDiffers

    private func holds(in session: Session) -> Bool {
        switch self {
        case .identified: session.isIdentified
        case .pumpUntold: session.mustTellPump
        case .weightDiffers: session.weightDifference != nil
        }
    }

    /// Every set of them.
    package static let sets: [Set<FormCondition>] = (0..<(1 << allCases.count)).map { bits in
        Set(allCases.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element))
    }

    /// Those that hold, of those that decide about a form in the session's phase: no other is looked up.
    package static func standing(in session: Session) -> Set<FormCondition> {
        named[session.phase, default: []].filter { $0.holds(in: session) }
    }

    /// What the keys and the menu of each phase ask.
    private static let named = Dictionary(
        uniqueKeysWithValues: Phase.allCases.map { phase in
            (phase, Set(FormKind.allCases.flatMap { $0.facts.conditions(in: phase) }))
        }
    )
}

extension Set<FormCondition> {
    /// Whether what must be so is, and what must not is not.
    func allow(if wanted: FormCondition?, unless unwanted: FormCondition?) -> Bool {
        wanted.map(contains) ?? true && !(unwanted.map(contains) ?? false)
    }
}

extension FormFacts {
    /// What decides whether the form can be opened in a phase.
    fileprivate func conditions(in phase: Phase) -> [FormCondition] {
        let keys = keys.filter { if case .session(let phases) = $0.reach { phases.contains(phase) } else { false } }
        let menu = menu.flatMap { $0.ranks[phase] == nil ? nil : $0.wanted }
        return (keys.flatMap { [$0.wanted, $0.unwanted] } + [menu]).compactMap { $0 }
    }
}
