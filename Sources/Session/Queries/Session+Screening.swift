extension Session {
    /// What an answer leads to beside the others: an opioid is told, an opioid beside a sedative is decided.
    package func consequence(
        of answer: Answer,
        to item: ChecklistItem,
        among answers: [String: Answer]
    ) -> AnswerConsequence {
        let alone = item.consequence(of: answer)
        guard alone == .tell, let id = item.decideWith, let other = rules.screening.first(where: { $0.id == id }),
            let given = answers[id], other.consequence(of: given) != .none
        else { return alone }
        return .decide
    }

    /// The screening's answers that the prescriber is told of or decides on, in the order of the list.
    package var screeningFindings: [(item: ChecklistItem, answer: ItemAnswer, consequence: AnswerConsequence)] {
        let answers = screeningAnswers
        return rules.screening.compactMap { item in
            guard let given = answers[item.id] else { return nil }
            let consequence = consequence(of: given.answer, to: item, among: answers.mapValues(\.answer))
            return consequence == .none ? nil : (item, given, consequence)
        }
    }
}
