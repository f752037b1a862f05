package import Session

extension Words {
    /// The start of every entry line: chair, name and birth year, `C1 Sample, Ada *1984`.
    package static func who(_ session: Session) -> String {
        let chair = session.chair ?? "WAITING"
        guard let patient = session.patient else { return chair }
        return "\(chair) \(clean(patient.name)) *\(patient.birthDate.year)"
    }

    /// A patient's age and sex: `42 y female`.
    package static func ageAndSex(_ patient: Patient, on day: CivilDate) -> String {
        "\(patient.birthDate.years(until: day)) y \(patient.sex.rawValue)"
    }

    /// Who takes the patient home.
    package static func escort(_ escort: Escort) -> String {
        switch escort {
        case .person(let name, let phone): phone.isEmpty ? name : "\(name), \(phone)"
        case .approvedTransport(let what): "approved transport: \(what)"
        case .none: "no escort yet"
        }
    }

    /// The printed name of an author, resolved for ever through the staff log; an id that it does not know as it stands.
    package static func name(of author: Author, in staff: [StaffMember]) -> String {
        switch author {
        case .staff(let id, _): staff.first { $0.id == id }?.name ?? id
        case .device(let id): id
        case .system: "station"
        }
    }

    package static func identifier(_ identifier: Identifier) -> String {
        switch identifier {
        case .name: "name"
        case .birthDate: "date of birth"
        case .mrn: "MRN"
        case .wristband: "wristband"
        case .photograph: "photograph"
        }
    }

    package static func way(_ way: OrderWay) -> String {
        switch way {
        case .written: "written"
        case .telephoneReadBack: "by telephone, read back"
        }
    }

    /// An answer to a checklist item.
    package static func answer(_ answer: Answer) -> String {
        switch answer {
        case .yes: "yes"
        case .no: "no"
        case .notApplicable(let reason): reason.isEmpty ? "not applicable" : "not applicable (\(reason))"
        case .text(let text): text
        }
    }
}
