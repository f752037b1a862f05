/// Something that somebody has still to sign, authenticate or review.
package struct OpenItem: Hashable, Sendable {
    /// The entry it stands in.
    package var number: Int
    package var kind: Kind
    package var sentence: String

    package enum Kind: Hashable, Sendable {
        /// An order by telephone that its prescriber has not authenticated.
        case telephoneOrder
        /// A decision by telephone that its prescriber has not authenticated.
        case telephoneDecision
        /// Something that happened although a gate said no: for review.
        case deviation
        /// A container that is not mixed as its label says: for review.
        case dilution
    }
}

extension Session {
    /// What stays open after the session: unauthenticated telephone orders and decisions, deviations for review.
    ///
    /// None of it holds the patient or the signature; whoever signs sees it, and the chart keeps it.
    package var openList: [OpenItem] {
        sparseEntries.compactMap { entry in
            let number = entry.event.number
            switch entry.body {
            case .orderPlaced(let order) where order.way == .telephoneReadBack:
                let sentence = "telephone order, to be authenticated by \(order.prescriber)"
                return OpenItem(number: number, kind: .telephoneOrder, sentence: sentence)
            case .overrideGranted(let decision) where decision.way == .telephoneReadBack:
                let codes = decision.requirements.joined(separator: ", ")
                let sentence = "telephone decision on \(codes), to be authenticated by \(decision.prescriber)"
                return OpenItem(number: number, kind: .telephoneDecision, sentence: sentence)
            case .deviationRecorded(let deviation):
                let codes = deviation.requirements.joined(separator: ", ")
                let sentence = "for review: \(deviation.kind) without \(codes) (\(deviation.reason.text))"
                return OpenItem(number: number, kind: .deviation, sentence: sentence)
            case .drugDrawn(let container):
                guard let problem = container.dilutionProblem else { return nil }
                let sentence = "for review: container \(container.name), \(problem)"
                return OpenItem(number: number, kind: .dilution, sentence: sentence)
            case _: return nil
            }
        }
    }
}
