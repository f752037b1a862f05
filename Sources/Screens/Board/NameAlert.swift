package import Session

/// Another open session whose patient could be taken for this one.
package struct NameAlert: Hashable, Sendable {
    /// The id of the other session.
    package var other: String
    /// Where the other one is: its chair, or `WAITING`.
    package var place: String
    package var likeness: Likeness

    package enum Likeness: Hashable, Sendable {
        case surname
        case birthDate
        case mrn

        /// What is alike, in words.
        package var words: String {
            switch self {
            case .surname: "same surname"
            case .birthDate: "same birth date"
            case .mrn: "MRN nearly the same"
            }
        }
    }

    /// `NAME ALERT C3 same surname`.
    package var sentence: String { "NAME ALERT \(place) \(likeness.words)" }

    /// `NAME ALERT C3`, where there is little room.
    package var shortSentence: String { "NAME ALERT \(place)" }

    /// The first other open session that could be mistaken for this one; nil where all are clearly different.
    package static func find(for stay: Stay, in ward: Ward) -> NameAlert? {
        guard let patient = stay.decided.patient else { return nil }
        for other in ward.stays where other.id != stay.id {
            guard let rival = other.decided.patient, let likeness = likeness(patient, rival) else { continue }
            return NameAlert(other: other.id, place: other.decided.chair ?? "WAITING", likeness: likeness)
        }
        return nil
    }

    /// What two patients share that could have one taken for the other.
    package static func likeness(_ one: Patient, _ other: Patient) -> Likeness? {
        if surname(one.name) == surname(other.name) { return .surname }
        if areClose(one.mrn, other.mrn) { return .mrn }
        if one.birthDate == other.birthDate { return .birthDate }
        return nil
    }

    /// What stands before the comma, without case and outer spaces.
    private static func surname(_ name: String) -> String {
        var scalars = Array(Words.clean(name).prefix { $0 != "," }.lowercased())
        while scalars.last == " " { scalars.removeLast() }
        while scalars.first == " " { scalars.removeFirst() }
        return String(scalars)
    }

    /// Whether two numbers are equal, differ in one place, have one place more, or have two neighbours swapped.
    private static func areClose(_ one: String, _ other: String) -> Bool {
        let left = Array(one.utf8)
        let right = Array(other.utf8)
        if left == right { return true }
        guard abs(left.count - right.count) <= 1,
            let first = zip(left, right).enumerated().first(where: { $1.0 != $1.1 })?.offset
        else { return abs(left.count - right.count) == 1 }
        if left.count != right.count {
            let longer = left.count > right.count ? left : right
            let shorter = left.count > right.count ? right : left
            return longer[(first + 1)...].elementsEqual(shorter[first...])
        }
        if left[(first + 1)...].elementsEqual(right[(first + 1)...]) { return true }
        return first + 1 < left.count && left[first] == right[first + 1] && left[first + 1] == right[first]
            && left[(first + 2)...].elementsEqual(right[(first + 2)...])
    }
}
