/// A patient who could be taken for others: those who are here, and those whose session was closed today.
///
/// It is worked out from what stands now, so it ends with the likeness: after a correction, or with the day of the
/// other's closing.
package struct NameAlert: Hashable, Sendable {
    package let patient: KnownPatient
    /// The others, those who are here first.
    package let rivals: [Rival]

    /// Somebody the patient could be taken for, and why.
    package struct Rival: Hashable, Sendable {
        package let patient: KnownPatient
        package let likenesses: [Likeness]
    }

    /// What is asked of whoever stands before the patient, to be answered by the patient or the wristband.
    package enum Question: String, CaseIterable, Hashable, Sendable {
        case birthYear
        case givenName
        case numberEnd
        case number

        /// What to type.
        package var words: String {
            switch self {
            case .birthYear: "birth year"
            case .givenName: "given name"
            case .numberEnd: "last three of the MRN"
            case .number: "MRN"
            }
        }
    }

    /// What was answered, as typed.
    package typealias Answers = [Question: String]

    /// Everybody this patient could be taken for; nil where all are clearly different.
    ///
    /// A number alone is asked about at check-in and raises nothing that stands. Whoever comes a second time on one day
    /// is not taken for themselves.
    package static func find(for patient: KnownPatient, among others: some Sequence<KnownPatient>) -> NameAlert? {
        var rivals: [Rival] = []
        for other in others where other.session != patient.session {
            guard patient.looksLike(other), !(other.isClosed && patient.isSamePerson(other)) else { continue }
            rivals.append(Rival(patient: other, likenesses: patient.likenesses(to: other)))
        }
        guard !rivals.isEmpty else { return nil }
        return NameAlert(
            patient: patient,
            rivals: rivals.filter { !$0.patient.isClosed } + rivals.filter(\.patient.isClosed)
        )
    }

    /// `NAME ALERT C3, C4 same surname; WAITING same birth date`.
    package var sentence: String { sentence { $0.words } }

    /// `NAME ALERT C3, C4, WAITING`, where there is little room.
    package var shortSentence: String { "NAME ALERT " + Self.places(rivals) }

    /// The most that has room in so many characters; where nothing has, the shortest.
    package func sentence(upTo characters: Int) -> String {
        let fitting = [sentence, sentence { $0.shortWords }].first { $0.count <= characters }
        return fitting ?? shortSentence
    }

    private func sentence(_ words: (Likeness) -> String) -> String {
        var groups: [(likenesses: [Likeness], rivals: [Rival])] = []
        for rival in rivals {
            if let index = groups.firstIndex(where: { $0.likenesses == rival.likenesses }) {
                groups[index].rivals.append(rival)
            } else {
                groups.append((rival.likenesses, [rival]))
            }
        }
        let parts = groups.map { group in
            "\(Self.places(group.rivals)) \(group.likenesses.map(words).joined(separator: ", "))"
        }
        return "NAME ALERT " + parts.joined(separator: "; ")
    }

    /// `C3, WAITING, 2 closed today`.
    private static func places(_ rivals: [Rival]) -> String {
        var places = rivals.filter { !$0.patient.isClosed }.map { $0.patient.chair ?? "WAITING" }
        let closed = rivals.count - places.count
        if closed > 0 { places.append("\(closed) closed today") }
        return places.joined(separator: ", ")
    }

    /// What tells the patient from every other: birth year, else given name, else the end of the number, else all of
    /// it; several, where none alone tells all of them apart.
    package var questions: [Question] {
        let others = rivals.map(\.patient)
        let one = Question.allCases.first { question in others.allSatisfy { tells($0, by: question) } }
        if let one { return [one] }
        var asked: [Question] = []
        var left = others
        for question in Question.allCases {
            let rest = left.filter { !tells($0, by: question) }
            if rest.count < left.count { asked.append(question) }
            left = rest
        }
        // One person in two open sessions, from before that was refused: nothing tells them apart.
        return asked.isEmpty ? [.number] : asked
    }

    private func tells(_ other: KnownPatient, by question: Question) -> Bool {
        switch question {
        case .birthYear: patient.birthDate.year != other.birthDate.year
        case .givenName: !patient.key.sharesGivenName(other.key)
        case .numberEnd: !patient.number.sharesTail(other.number)
        case .number: !patient.number.isSame(other.number)
        }
    }
}
