/// Other open sessions whose patients could be taken for this one.
package struct NameAlert: Hashable, Sendable {
    /// The id of the other session.
    package var other: String
    /// Where the others are: their chairs, or `WAITING`.
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

    /// Every other session that could be mistaken for this one; nil where all are clearly different.
    ///
    /// The id and the likeness are those of the first; the places are those of all.
    package static func find(for session: Session, among others: some Sequence<Session>) -> NameAlert? {
        guard let patient = session.patient else { return nil }
        var alert: NameAlert?
        for other in others where other.id != session.id {
            guard let rival = other.patient, let likeness = likeness(patient, rival) else { continue }
            let place = other.chair ?? "WAITING"
            if alert == nil {
                alert = NameAlert(other: other.id, place: place, likeness: likeness)
            } else {
                alert?.place += ", " + place
            }
        }
        return alert
    }

    /// What two patients share that could have one taken for the other.
    package static func likeness(_ one: Patient, _ other: Patient) -> Likeness? {
        if haveOneSurname(one.name, other.name) { return .surname }
        if areClose(one.mrn, other.mrn) { return .mrn }
        if one.birthDate == other.birthDate { return .birthDate }
        return nil
    }

    /// Whether what stands before the comma is the same, without case and outer spaces.
    private static func haveOneSurname(_ one: String, _ other: String) -> Bool {
        // Names of plain letters, nearly all, are compared as bytes.
        if one.utf8.allSatisfy({ $0 < 0x80 }), other.utf8.allSatisfy({ $0 < 0x80 }) {
            return surname(one.utf8).elementsEqual(surname(other.utf8)) { lower($0) == lower($1) }
        }
        return surname(visible(one)).elementsEqual(surname(visible(other)))
    }

    /// A name in lower case without what no screen draws: two that look the same are the same.
    private static func visible(_ name: String) -> String.UnicodeScalarView {
        var kept = String.UnicodeScalarView()
        for scalar in name.lowercased().unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control: kept.append(" ")
            case .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: break
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
                .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation,
                .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
                .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .spaceSeparator:
                kept.append(scalar)
            @unknown default: kept.append(scalar)
            }
        }
        return kept
    }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    private static func surname(_ name: String.UTF8View) -> Substring.UTF8View {
        var part = name.prefix { $0 != UInt8(ascii: ",") }
        while part.last == UInt8(ascii: " ") { part.removeLast() }
        while part.first == UInt8(ascii: " ") { part.removeFirst() }
        return part
    }

    private static func surname(_ name: String.UnicodeScalarView) -> Substring.UnicodeScalarView {
        var part = name.prefix { $0 != "," }
        while part.last == " " { part.removeLast() }
        while part.first == " " { part.removeFirst() }
        return part
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
