extension KnownPatient {
    /// Whether an answer is this patient's.
    func answers(_ question: NameAlert.Question, with text: String) -> Bool {
        switch question {
        case .birthYear: Int(text.filter { !$0.isWhitespace }) == birthDate.year
        case .givenName: key.answers(to: text)
        case .numberEnd: number.ends(in: text)
        case .number: number.isSame(RecordNumber(text))
        }
    }

    /// The answers of somebody who knows the patient: what a simulated nurse gives.
    package var ownAnswers: NameAlert.Answers {
        let given = name.split(separator: ",", maxSplits: 1).last.map(String.init) ?? name
        return [.birthYear: "\(birthDate.year)", .givenName: given, .numberEnd: mrn, .number: mrn]
    }
}
