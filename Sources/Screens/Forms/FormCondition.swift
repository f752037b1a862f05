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

    /// Those that hold.
    package static func standing(in session: Session) -> Set<FormCondition> {
        Set(allCases.filter { $0.holds(in: session) })
    }
}

extension Set<FormCondition> {
    /// Whether what must be so is, and what must not is not.
    func allow(if wanted: FormCondition?, unless unwanted: FormCondition?) -> Bool {
        wanted.map(contains) ?? true && !(unwanted.map(contains) ?? false)
    }
}
