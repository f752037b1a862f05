import Session

/// What was typed and chosen, read by the names of a sheet.
extension Form {
    /// What was typed in a field, without spaces at its ends.
    func text(_ field: some FieldReference) -> String { texts[field.id]?.trimmed ?? "" }

    /// A number as its scaled integer.
    func number(_ field: some FieldReference, decimals: Int) -> Int? {
        DecimalText.scaled(text(field), decimals: decimals)
    }

    /// The one answer chosen in a field, where the answers are data: a reason's code, a container's name.
    func pick(_ field: some FieldReference) -> String? { picks[field.id]?.first }

    /// The one answer chosen in a field, where the answers are ours.
    func answer<Answer: RawRepresentable>(_ field: some FieldReference) -> Answer? where Answer.RawValue == String {
        pick(field).flatMap(Answer.init)
    }

    /// The same, where the form cannot be recorded without it.
    func needed<Answer: RawRepresentable>(_ field: some FieldReference) throws(FormStop) -> Answer
    where Answer.RawValue == String {
        guard let answer: Answer = answer(field) else { throw .problem(field, "choose one") }
        return answer
    }

    /// The same, where the answers are data.
    func chosen(_ field: some FieldReference) throws(FormStop) -> String {
        guard let code = pick(field) else { throw .problem(field, "choose one") }
        return code
    }

    /// All that is marked in a field.
    func marked<Answer: RawRepresentable>(_ field: some FieldReference) -> [Answer] where Answer.RawValue == String {
        (picks[field.id] ?? []).compactMap(Answer.init)
    }

    /// Puts a text in a field, as known before anybody typed.
    mutating func put(_ field: some FieldReference, _ text: String) { texts[field.id] = TextEntry(text) }

    /// Chooses an answer in a field, as known before anybody typed.
    mutating func choose(_ field: some FieldReference, _ code: String) { picks[field.id] = [code] }

    mutating func choose(_ field: some FieldReference, _ answer: some RawRepresentable<String>) {
        choose(field, answer.rawValue)
    }
}

/// What was asked between the form and its record, and answered.
extension Form {
    /// What a question was answered with; nil while it was not asked, or after an edit.
    func reply<Answer: RawRepresentable>(_ question: some FieldReference) -> Answer? where Answer.RawValue == String {
        remembered[question.id].flatMap(Answer.init)
    }

    /// Asks whether what is out of the ordinary is right, until it was said.
    ///
    /// - Parameter exactly: whether only what was read is answered, and other doubts are asked about anew.
    func confirm(
        _ question: some FieldReference,
        _ doubts: [String],
        yes: String,
        exactly: Bool = false
    ) throws(FormStop) {
        let read = exactly ? doubts.joined(separator: "\n") : ""
        if doubts.isEmpty || remembered[question.id] == read { return }
        throw .ask(.confirm(doubts, yes: yes, .remember(question.id, read)))
    }
}
