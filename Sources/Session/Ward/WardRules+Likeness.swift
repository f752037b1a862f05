/// Rules about two patients who could be taken for each other.
extension WardRules {
    /// What is asked before a patient is checked in, or before a name, a birth date or a number is corrected.
    ///
    /// The answer stands in the record: `Opening.asked` holds each question that was answered with yes.
    ///
    /// - Parameter session: the session whose details are corrected; nil at check-in.
    package static func questions(
        about patient: Patient,
        among known: some Sequence<KnownPatient>,
        except session: String?
    ) -> [String] {
        let typed = KnownPatient(patient, session: session ?? "")
        return known.filter { $0.session != typed.session }.compactMap { other in
            let likenesses = typed.likenesses(to: other)
            guard !likenesses.isEmpty else { return nil }
            if typed.isSamePerson(other) {
                // Open, it is refused. A second dose on one day is rare, a session entered again by mistake is not.
                return other.isClosed ? "\(other.who): is this a second session on one day?" : nil
            }
            if likenesses.contains(.sameNumber) {
                // Open, it is refused: never is one number two patients'.
                return other.isClosed ? "MRN \(patient.mrn) belongs to \(other.who): is the number right?" : nil
            }
            let alike = likenesses.map(\.words).joined(separator: ", ")
            return "NAME ALERT \(other.who): \(alike): is this another person?"
        }
    }

    /// The patient who is not closed and bears a record number, in whatever manner it was typed.
    package static func holder(
        of mrn: String,
        among known: some Sequence<KnownPatient>,
        except session: String?
    ) -> KnownPatient? {
        let number = RecordNumber(mrn)
        return known.first { !$0.isClosed && $0.number.isSame(number) && $0.session != session }
    }

    /// Refuses a number that is open already, and a temporary one that is not this session's own.
    ///
    /// One record number in two open sessions is one patient entered twice, or two patients mixed up.
    static func checkNumber(_ opening: Opening, _ ward: OpenSessions, except session: String?) throws(Refusal) {
        let mrn = opening.patient.mrn
        if let other = holder(of: mrn, among: ward.known, except: session) {
            let sentence = "MRN \(mrn) is open already: \(other.who): open that session, or check the number"
            throw .outOfRange([FieldProblem(field: "mrn", sentence: sentence)])
        }
        guard let number = RecordNumber(mrn).temporary, number != opening.ordinal else { return }
        // A session from before sessions were counted has none of its own.
        let cure = opening.ordinal.map { "leave the MRN empty for \(RecordNumber.temporary($0))" } ?? "type the MRN"
        let sentence = "\(mrn) was another patient's, or will be: \(cure)"
        throw .outOfRange([FieldProblem(field: "mrn", sentence: sentence)])
    }

    /// Asks what was not asked yet: the same opening, with the questions in it, is taken.
    static func checkAsked(_ opening: Opening, _ ward: OpenSessions, except session: String?) throws(Refusal) {
        let left = questions(about: opening.patient, among: ward.known, except: session)
            .filter { !opening.asked.contains($0) }
        if !left.isEmpty { throw .unusual(left) }
    }

    /// The same for details that are corrected, as far as they say who it is.
    static func checkCorrected(_ opening: Opening, in session: Session, _ ward: OpenSessions) throws(Refusal) {
        guard let before = session.patient else { return }
        let patient = opening.patient
        if !RecordNumber(patient.mrn).isSame(RecordNumber(before.mrn)) {
            try checkNumber(opening, ward, except: session.id)
        }
        guard patient.mrn != before.mrn || patient.name != before.name || patient.birthDate != before.birthDate else {
            return
        }
        try checkAsked(opening, ward, except: session.id)
    }

    /// Refuses a permission where another could be meant: what tells them apart must be answered, and rightly.
    static func checkAnswers(
        _ answers: NameAlert.Answers,
        _ session: Session,
        _ ward: OpenSessions
    ) throws(Refusal) {
        guard let patient = KnownPatient(session) else { return }
        let alert = NameAlert.find(for: patient, among: ward.known)
        var problems = wrong(answers, patient, alert).map { FieldProblem(field: $0.question.field, sentence: $0.words) }
        problems += unanswered(answers, alert)
        if !problems.isEmpty { throw .outOfRange(problems) }
    }

    /// What is recorded before drug that was drawn with a wrong answer.
    ///
    /// It was drawn, so it is not refused; it is asked in which chair it belongs, and stands in this one with a
    /// deviation.
    static func deviation(of command: Command, in session: Session, _ ward: OpenSessions) throws(Refusal) -> Deviation?
    {
        guard case .drawDrug(_, let answers, let confirmed) = command.innermost, let patient = KnownPatient(session)
        else { return nil }
        let alert = NameAlert.find(for: patient, among: ward.known)
        let missing = unanswered(answers, alert)
        guard missing.isEmpty else { throw .outOfRange(missing) }
        let wrong = wrong(answers, patient, alert)
        guard !wrong.isEmpty else { return nil }
        guard confirmed else {
            throw .unusual(
                wrong.map(\.words) + ["In which chair does the drug belong? If in another, draw it there"]
            )
        }
        let typed = wrong.map { "\($0.question.words) typed as \($0.typed)" }.joined(separator: ", ")
        return Deviation(
            kind: "drug.drawn",
            requirements: wrong.map { "nameAlert.\($0.question.rawValue)" },
            reason: Reason(code: "nameAlert", text: "\(alert?.sentence ?? "NAME ALERT"): \(typed)")
        )
    }

    private struct Wrong {
        var question: NameAlert.Question
        var typed: String
        var words: String
    }

    /// The answers that are not this patient's, and whose they are.
    private static func wrong(_ answers: NameAlert.Answers, _ patient: KnownPatient, _ alert: NameAlert?) -> [Wrong] {
        NameAlert.Question.allCases.compactMap { question in
            guard let typed = answers[question], !patient.answers(question, with: typed) else { return nil }
            var words = "\(typed) is NOT the \(question.words) of \(patient.name): is the right patient in the chair?"
            let others = alert?.rivals.map(\.patient).filter { $0.answers(question, with: typed) } ?? []
            if !others.isEmpty { words += " It is that of \(others.map(\.who).joined(separator: " and of "))" }
            return Wrong(question: question, typed: typed, words: words)
        }
    }

    private static func unanswered(_ answers: NameAlert.Answers, _ alert: NameAlert?) -> [FieldProblem] {
        guard let alert else { return [] }
        return alert.questions.filter { answers[$0] == nil }.map { question in
            let sentence = "\(alert.sentence): type the \(question.words) of this patient"
            return FieldProblem(field: question.field, sentence: sentence)
        }
    }
}
