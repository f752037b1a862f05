extension Session {
    /// The entries about the controlled drug that were voided, with why: each is looked at again.
    var voidedDrugEntries: [OpenItem] {
        let explanations = drugExplanations
        return numbers(of: [.container, .removal]).compactMap { number in
            let entry = entry(number)
            guard let voidedBy = entry.voidedBy, case .entryVoided(_, let reason) = history.events[voidedBy].body,
                let what = Self.moved(entry.body)
            else { return nil }
            var sentence = "for review: voided: \(what) (\(reason.text))"
            if let explanation = explanations[number] {
                sentence += ", witness \(explanation.witness): \(explanation.text)"
            } else if case .drugDrawn = entry.body {
                sentence += ", no witness has said why"
            }
            return OpenItem(number: number, kind: .voidedDrug, sentence: sentence)
        }
    }

    /// What an entry says of the drug that was moved, in words; nil for one that moves none.
    private static func moved(_ body: Event.Body) -> String? {
        if case .drugDrawn(let container) = body {
            return "\(DoseArithmetic.milliliters(container.volumeNanoliters)) of \(container.drug) drawn as "
                + container.name
        }
        if case .drugWasted(let waste) = body {
            return "\(DoseArithmetic.milliliters(waste.volumeNanoliters)) of \(waste.container) wasted"
        }
        if case .drugReturned(let container, let volume) = body {
            return "\(DoseArithmetic.milliliters(volume)) of \(container) returned"
        }
        return nil
    }
}
