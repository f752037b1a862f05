import Screens
import Session
import Station

/// Invents patients, and says which simulated nurse takes them; no name is a real person's.
struct SimulatedArrivals: Sendable {
    private var random: SplitMix64

    private static let families = [
        "Abara", "Brandt", "Castellano", "Dimitrova", "Ekström", "Farouk", "Grünwald", "Hashimoto", "Ivanova", "Jansen",
        "Kowalski", "Lindqvist", "Moreau", "Nakamura", "Okonkwo", "Petrov", "Quispe", "Rossi", "Sørensen", "Tanaka",
        "Ueda", "Vargas", "Weiss", "Xu", "Yilmaz", "Zeller",
    ]
    private static let given = [
        "Ada", "Bruno", "Clara", "Dario", "Elif", "Frida", "Goran", "Hana", "Ines", "Jonas", "Katya", "Luis", "Mara",
        "Nils", "Olga", "Pablo", "Ruth", "Samir", "Thea", "Viktor",
    ]

    init(seed: UInt64) {
        random = SplitMix64(seed: seed ^ 0xA11CE)
    }

    /// The next patient, checked in to a chair.
    mutating func next(chair: String, protocol choice: ProtocolChoice) -> Opening {
        let family = pick(Self.families)
        let year = 1950 + Int(random.next() % 52)
        let birth = CivilDate(year: year, month: 1 + Int(random.next() % 12), day: 1 + Int(random.next() % 28))
        let patient = Patient(
            name: "\(family), \(pick(Self.given))",
            birthDate: birth ?? CivilDate(daysSince1970: 0),
            mrn: "SIM\(100_000 + Int(random.next() % 900_000))",
            sex: random.next() % 2 == 0 ? .female : .male,
            weightGrams: (55 + Int(random.next() % 45)) * 1000,
            allergies: random.next() % 4 == 0 ? "penicillin" : "none known",
            escort: .person(name: "\(pick(Self.given)) \(family)", phone: "555 01\(10 + Int(random.next() % 90))")
        )
        return Opening(
            patient: patient,
            chair: chair,
            protocolID: choice.rules.id,
            protocolVersion: choice.rules.version,
            protocolSHA256: choice.sha256,
            isSimulated: true
        )
    }

    /// A nurse of the staff, in turn by chance.
    mutating func nurse(in staff: [StaffMember]) -> Author {
        let nurses = staff.filter { $0.isActive && $0.role == .nurse && $0.name.hasSuffix(SimulatedStaff.mark) }
        let all = nurses.isEmpty ? staff.filter(\.isActive) : nurses
        guard !all.isEmpty else { return .system }
        let member = all[Int(random.next() % UInt64(all.count))]
        return .staff(id: member.id, role: member.role)
    }

    /// A second name for what two must see.
    func secondName(in staff: [StaffMember], besides author: Author) -> String {
        let others = staff.filter { author != .staff(id: $0.id, role: $0.role) && $0.isActive }
        return others.first { $0.role == .nurse }?.name ?? others.first?.name ?? "second nurse"
    }

    private mutating func pick(_ names: [String]) -> String { names[Int(random.next() % UInt64(names.count))] }
}
