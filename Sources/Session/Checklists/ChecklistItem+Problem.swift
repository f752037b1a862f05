extension ChecklistItem {
    /// What is wrong with an answer to this item, or nil.
    func problem(with answer: Answer) -> String? {
        switch (answers, answer) {
        case (.text, .text(let text)): text.allSatisfy(\.isWhitespace) ? "the answer is empty" : nil
        case (.text, .yes), (.text, .no), (.text, .notApplicable): "type the answer in words"
        case (.yesNo, .yes), (.yesNo, .no), (.yesNoNotApplicable, .yes), (.yesNoNotApplicable, .no): nil
        case (.yesNoNotApplicable, .notApplicable(let reason)):
            reason.allSatisfy(\.isWhitespace) ? "not applicable needs a reason" : nil
        case (.yesNo, .notApplicable): "answer yes or no"
        case (.yesNo, .text), (.yesNoNotApplicable, .text): "answer yes or no"
        }
    }
}
