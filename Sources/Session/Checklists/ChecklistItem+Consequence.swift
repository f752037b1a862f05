extension ChecklistItem {
    /// What an answer to this item leads to by itself.
    package func consequence(of answer: Answer) -> AnswerConsequence {
        if answer == stopOn { return .stop }
        if answer == decideOn { return .decide }
        return answer == tellOn ? .tell : .none
    }
}
