/// A patient whom the ward knows: who and where, and what of name and number counts where two are compared.
///
/// Made when events come, since it is compared with all others for every picture.
package struct KnownPatient: Hashable, Sendable {
    /// The id of the session.
    package let session: String
    package let name: String
    package let birthDate: CivilDate
    package let mrn: String
    /// The chair; nil for one who waits.
    package let chair: String?
    /// When the session was closed; nil while it is open.
    package let closedAtUTCMicros: Int64?
    package let number: RecordNumber
    let key: NameKey

    /// The patient of a session; nil where its opening is lost.
    package init?(_ session: Session) {
        guard let patient = session.patient else { return nil }
        self.init(patient, session: session.id, chair: session.chair, closedAtUTCMicros: session.closedAtUTCMicros)
    }

    /// A patient who is being entered, or whose details are; `session` is empty for the first.
    package init(
        _ patient: Patient,
        session: String = "",
        chair: String? = nil,
        closedAtUTCMicros: Int64? = nil
    ) {
        self.session = session
        name = patient.name
        birthDate = patient.birthDate
        mrn = patient.mrn
        self.chair = chair
        self.closedAtUTCMicros = closedAtUTCMicros
        number = RecordNumber(patient.mrn)
        key = NameKey(patient.name)
    }

    package var isClosed: Bool { closedAtUTCMicros != nil }

    /// `C1 Sample, Ada *1984`, `Sample, Ada *1984, closed today`.
    package var who: String {
        let person = "\(name) *\(birthDate.year)"
        return isClosed ? "\(person), closed today" : "\(chair ?? "WAITING") \(person)"
    }

    /// Whether both are one person, as far as name, date and number tell.
    func isSamePerson(_ other: KnownPatient) -> Bool {
        birthDate == other.birthDate && number.isSame(other.number) && key.isSame(other.key)
    }

    /// Whether name or birth date are alike: numbers are read at check-in, these at every look.
    func looksLike(_ other: KnownPatient) -> Bool {
        birthDate == other.birthDate || key.sharesSurname(other.key) || key.isSame(other.key)
    }

    /// What two patients share that could have one taken for the other, the worst first.
    package func likenesses(to other: KnownPatient) -> [Likeness] {
        var found: [Likeness] = []
        if key.isSame(other.key) {
            found.append(.name)
        } else if key.sharesSurname(other.key) {
            found.append(.surname)
        }
        if birthDate == other.birthDate { found.append(.birthDate) }
        if number.isSame(other.number) {
            found.append(.sameNumber)
        } else if number.isNear(other.number) {
            found.append(.nearNumber)
        }
        return found
    }
}
