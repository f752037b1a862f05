package import Session

/// Drives a session through commands, with a clock of its own, as a nurse would from check-in on.
///
/// Sessions in tests are made by decisions alone, so that no test rests on a state that no command leads to.
package struct SessionScript {
    package var session: Session
    package var now: Moment
    package var nurse = Author.staff(id: "n001", role: .nurse)
    /// The other sessions that are open.
    package var others: [Session] = []

    /// 2026-11-21 08:00 UTC.
    package static let morning: Int64 = 1_795_248_000_000_000

    /// A patient checked in, in chair 1; `asked` are questions of the check-in that were answered with yes.
    package init(
        patient: Patient = samplePatient(),
        chair: String? = "1",
        rules: InfusionProtocol = sampleProtocol(),
        asked: [String] = []
    ) throws(Refusal) {
        now = Moment(utcMicros: Self.morning, sessionMicros: 0)
        let opening = Opening(
            patient: patient,
            chair: chair,
            protocolID: rules.id,
            protocolVersion: rules.version,
            protocolSHA256: String(repeating: "0", count: 64),
            asked: asked
        )
        let events = try WardRules.open(
            opening,
            id: "s",
            rules: rules,
            among: OpenSessions(chairs: sampleChairs, sessions: []),
            staff: sampleStaff,
            by: nurse,
            at: now
        )
        session = Session(id: "s", rules: rules, events: events)
    }

    /// Lets time pass.
    package mutating func wait(minutes: Int, seconds: Int = 0) {
        let micros = Int64(minutes) * Micros.perMinute + Int64(seconds) * Micros.perSecond
        now.utcMicros += micros
        now.sessionMicros += micros
    }

    /// Decides a command and applies its events; returns them.
    @discardableResult
    package mutating func give(_ command: Command) throws(Refusal) -> [Event] {
        let events = try session.decided(command, by: nurse, at: now, among: others)
        for event in events { session.apply(event) }
        return events
    }

    /// What a command is refused with now; nil if it is not.
    package func refusal(of command: Command) -> Refusal? {
        do throws(Refusal) {
            _ = try session.decided(command, by: nurse, at: now, among: others)
            return nil
        } catch {
            return error
        }
    }

    /// The codes that a permission lacks now.
    package func missing(_ permission: Permission) -> [String] {
        session.needs(for: permission, at: now).map(\.code)
    }

    package mutating func prepareToStart() throws(Refusal) {
        try give(.confirmIdentity([.name, .birthDate]))
        try give(.answerScreening(clearScreening(session.rules)))
        try give(.placeOrder(sampleOrder(), confirmedUnusual: false))
        try give(.recordVitals(sampleVitals(), observedAtMicros: nil))
        try give(.recordDissociation(Dissociation(score: 0), observedAtMicros: nil))
        try give(.placeAccess(site: "L forearm", gauge: "22G"))
        try give(.drawDrug(sampleContainer()))
        try give(.declareReady)
        try give(sampleTimeout(session))
    }

    package mutating func startInfusing() throws(Refusal) {
        try prepareToStart()
        try give(.start(samplePump()))
    }

    /// Infuses the whole dose and stops it.
    package mutating func finishDose() throws(Refusal) {
        try startInfusing()
        wait(minutes: 40)
        try give(.recordVitals(sampleVitals(136, 84, heartRate: 82), observedAtMicros: nil))
        try give(.stop(.completed, observedAtMicros: nil))
    }

    /// Observes until every criterion is met.
    package mutating func recover() throws(Refusal) {
        try finishDose()
        wait(minutes: 60)
        try give(.recordVitals(sampleVitals(124, 80), observedAtMicros: nil))
        wait(minutes: 15)
        try give(.recordVitals(recoveredVitals(), observedAtMicros: nil))
        try give(.recordDissociation(Dissociation(score: 0, moaas: 5), observedAtMicros: nil))
        try give(.answerDischarge(passedDischargeList(session.rules)))
        wait(minutes: 10)
    }

    package mutating func leave() throws(Refusal) {
        try recover()
        try give(.markReadyToLeave)
        try give(.removeAccess(siteIsClean: true, text: ""))
        try give(.discharge(Departure(with: "Ben Sample", instructionsGivenTo: "patient and escort")))
    }

    package mutating func closeAll() throws(Refusal) {
        try leave()
        try give(
            .wasteDrug(DrugWaste(container: "A", volumeNanoliters: 10_000_000, method: "sink", witness: "Okafor"))
        )
        try give(.close)
    }
}

extension Session {
    /// A script's session as another one beside it.
    package init(_ script: SessionScript, id: String) {
        self.init(id: id, rules: script.session.rules, events: script.session.entries)
    }

    /// What a command records through the door of the ward, by the sample's rules between people.
    package func decided(
        _ command: Command,
        by author: Author,
        at now: Moment,
        among others: [Session] = []
    ) throws(Refusal) -> [Event] {
        try WardRules.decide(
            command,
            in: self,
            among: OpenSessions(chairs: sampleChairs, sessions: [self] + others),
            staff: sampleStaff,
            by: author,
            at: now
        )
    }
}

/// The time-out with a second person who reads a container of a session: the one that is named, or the newest.
package func sampleTimeout(_ session: Session, of name: String? = nil, secondName: String = "Okafor") -> Command {
    let named = session.containers.last { name == nil || $0.name == name }
    let container = named ?? sampleContainer()
    return .confirmTimeout(
        secondName: secondName,
        code: session.code(of: container),
        concentrationMicrogramsPerMilliliter: container.concentrationMicrogramsPerMilliliter
    )
}

package let sampleChairs = (1...24).flatMap { ["\($0)", "C\($0)"] }

package let sampleStaff = [
    StaffMember(id: "n001", name: "Nurse Moreno", role: .nurse),
    StaffMember(id: "n002", name: "Okafor", role: .nurse),
    StaffMember(id: "p001", name: "Dr Lind", role: .prescriber),
    StaffMember(id: "s001", name: "Head Nurse Abel", role: .supervisor),
]

package func samplePatient(
    name: String = "Sample, Ada",
    mrn: String = "100234",
    birthYear: Int = 1984,
    weightGrams: Int = 80_000,
    escort: Escort = .person(name: "Ben Sample", phone: "555 0101")
) -> Patient {
    Patient(
        name: name,
        birthDate: CivilDate(year: birthYear, month: 3, day: 7) ?? CivilDate(daysSince1970: 0),
        mrn: mrn,
        sex: .female,
        weightGrams: weightGrams,
        allergies: "none known",
        escort: escort
    )
}

/// 0.5 mg/kg over 40 min at 1 mg/mL for 80 kg: 40 mg, 40 mL, 60 mL/h.
package func sampleOrder(
    microgramsPerKg: Int = 500,
    minutes: Int = 40,
    weightGrams: Int = 80_000
) -> Order {
    Order(
        drug: "ketamine",
        doseMicrogramsPerKg: microgramsPerKg,
        weightGrams: weightGrams,
        durationMinutes: minutes,
        concentrationMicrogramsPerMilliliter: 1000,
        prescriber: "Dr Lind",
        way: .written
    )
}

package func samplePump(
    rateMicrolitersPerHour: Int = 60_000,
    volumeNanoliters: Int = 40_000_000
) -> PumpSettings {
    PumpSettings(
        rateMicrolitersPerHour: rateMicrolitersPerHour,
        volumeNanoliters: volumeNanoliters,
        concentrationMicrogramsPerMilliliter: 1000,
        container: "A"
    )
}

package func sampleContainer() -> DrugContainer {
    DrugContainer(
        name: "A",
        drug: "ketamine",
        vialStrengthMicrogramsPerMilliliter: 10_000,
        concentrationMicrogramsPerMilliliter: 1000,
        volumeNanoliters: 50_000_000,
        fromVialNanoliters: 5_000_000
    )
}

package func sampleVitals(
    _ systolic: Int = 124,
    _ diastolic: Int = 78,
    heartRate: Int = 72,
    spo2: Int = 98
) -> Vitals {
    Vitals([
        .systolicMmHg: .value(systolic), .diastolicMmHg: .value(diastolic), .heartRatePerMin: .value(heartRate),
        .spo2Percent: .value(spo2), .respiratoryRatePerMin: .value(14), .moaas: .value(5),
    ])
}

/// A baseline with everything that a protocol can ask for.
package func sampleBaselineVitals() -> Vitals {
    var vitals = recoveredVitals(124, 78)
    vitals[.temperatureTenthsCelsius] = .value(368)
    return vitals
}

/// The set before leaving: pain asked, room air confirmed.
package func recoveredVitals(_ systolic: Int = 122, _ diastolic: Int = 78) -> Vitals {
    var vitals = sampleVitals(systolic, diastolic)
    vitals[.painNrs] = .value(0)
    vitals[.oxygenTenthsLiterPerMin] = .value(0)
    return vitals
}

/// Answers that stop nothing and flag nothing.
package func clearScreening(_ rules: InfusionProtocol) -> [ItemAnswer] {
    rules.screening.map { ItemAnswer(item: $0.id, answer: clearAnswer($0)) }
}

/// Answers under which the patient may leave.
package func passedDischargeList(_ rules: InfusionProtocol) -> [ItemAnswer] {
    rules.dischargeList.map { ItemAnswer(item: $0.id, answer: clearAnswer($0)) }
}

private func clearAnswer(_ item: ChecklistItem) -> Answer {
    switch item.answers {
    case .text: .text("none")
    case .yesNo, .yesNoNotApplicable: [item.stopOn, item.decideOn, item.tellOn].contains(.yes) ? .no : .yes
    }
}
