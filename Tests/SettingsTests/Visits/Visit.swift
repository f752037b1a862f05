import Session
import Settings
import TestSupport
import Testing

/// A patient's whole session under the shipped protocol, driven by the minute since the dose began.
///
/// It goes through the door of the ward as a nurse's commands do; what is asked is answered with yes, and kept.
struct Visit {
    var script: SessionScript
    /// The questions that were answered with yes on the way.
    private(set) var asked: [String] = []
    /// When the dose began, in session time.
    private var startMicros: Int64 = 0

    /// What READY TO LEAVE was refused with, at a minute since the dose began; no codes where it was possible.
    struct Try {
        var minute: Int
        var codes: [String]
    }

    static func shipped() throws -> InfusionProtocol {
        let file = try #require(ProtocolFile.shipped.first)
        return try ProtocolFile.read(bytes: file.bytes, name: file.name)
    }

    init(_ patient: Patient = samplePatient(), chair: String = "1", asked: [String] = []) throws {
        script = try SessionScript(patient: patient, chair: chair, rules: Self.shipped(), asked: asked)
    }

    var session: Session { script.session }
    var minute: Int { Int((script.now.sessionMicros - startMicros) / Micros.perMinute) }

    // Doing.

    mutating func give(_ command: Command) throws(Refusal) {
        do throws(Refusal) {
            try script.give(command)
        } catch {
            guard case .unusual(let questions) = error, let confirmed = command.confirmed(answering: questions) else {
                throw error
            }
            asked += questions
            try script.give(confirmed)
        }
    }

    /// Lets time pass until a minute since the dose began.
    mutating func wait(until minute: Int) { script.wait(minutes: minute - self.minute) }

    /// Records vitals as they are typed, taken now or so many minutes ago.
    mutating func measure(_ line: String, minutesAgo: Int = 0) throws {
        let ago = Int64(minutesAgo) * Micros.perMinute
        try give(.recordVitals(Self.vitals(line), observedAtMicros: ago == 0 ? nil : script.now.utcMicros - ago))
    }

    static func vitals(_ line: String) throws -> Vitals {
        let parsed = VitalsLine.parse(line)
        try #require(parsed.isComplete, "\(line): \(parsed.blocking)")
        return parsed.vitals
    }

    mutating func note(_ dissociation: Int) throws {
        try give(.recordDissociation(Dissociation(score: dissociation, isDistressed: false), observedAtMicros: nil))
    }

    /// Everything before READY but what stands in the way of it: identity, list, order, line, baseline.
    mutating func checkIn(_ baseline: String, order: Order = sampleOrder()) throws {
        try give(.confirmIdentity([.name, .birthDate]))
        try give(.answerScreening(clearScreening(session.rules)))
        try give(.placeOrder(order, confirmedUnusual: false))
        try give(.placeAccess(site: "L forearm", gauge: "22G"))
        try measure(baseline)
        try note(0)
    }

    /// The prescriber decides by telephone on all that can be decided.
    mutating func decide(on permission: Permission, carriesOwnLimits: Bool = false) throws {
        let needs = session.needs(for: permission, at: script.now).filter(\.canBeOverridden)
        let decision = Override(
            on: needs,
            prescriber: "Dr Lind",
            way: .telephoneReadBack,
            text: "known to me, go ahead",
            carriesOwnLimits: carriesOwnLimits
        )
        try give(.grantOverride(decision))
    }

    mutating func start(
        _ pump: PumpSettings = samplePump(),
        from container: DrugContainer = sampleContainer(),
        answers: NameAlert.Answers = [:]
    ) throws {
        try give(.drawDrug(container, answers: answers))
        try give(.declareReady)
        try give(sampleTimeout(session))
        try give(.start(pump, answers: answers))
        startMicros = script.now.sessionMicros
    }

    /// The dose with a set every 10 min, to its end after 40 min.
    mutating func infuse(_ line: String) throws {
        for minute in stride(from: 10, through: 40, by: 10) {
            wait(until: minute)
            try measure(line)
            try note(2)
        }
        try give(.stop(.completed, observedAtMicros: nil))
    }

    /// A look at the patient: a set, a note, and the whole list, some of it answered otherwise.
    mutating func look(_ line: String, dissociation: Int = 0, answering: [String: Answer] = [:]) throws {
        try measure(line)
        try note(dissociation)
        let answers = passedDischargeList(session.rules).map { given in
            ItemAnswer(item: given.item, answer: answering[given.item] ?? given.answer)
        }
        try give(.answerDischarge(answers))
    }

    // Leaving.

    /// Tries READY TO LEAVE every 5 min from now on until it is possible, or 4 h after the dose began.
    ///
    /// `looks` is called before each try; without one there is a look every 15 min, and at every try from the end of
    /// the minimum stay on, so that nothing but the patient stands in the way.
    mutating func leave(_ looks: (inout Visit, Int) throws -> Void) throws -> [Try] {
        var tries: [Try] = []
        while minute < 240 {
            script.wait(minutes: 5)
            try looks(&self, minute)
            let codes = refused(.markReadyToLeave)
            tries.append(Try(minute: minute, codes: codes))
            if codes.isEmpty { break }
        }
        return tries
    }

    mutating func leave(as line: String) throws -> [Try] {
        let end = minute
        return try leave { visit, minute in
            if Self.isDue(minute, after: end) { try visit.look(line) }
        }
    }

    static func isDue(_ minute: Int, after end: Int = 40) -> Bool { (minute - end) % 15 == 0 || minute >= 120 }

    /// What a command is refused with now, by the codes of the needs.
    func refused(_ command: Command) -> [String] {
        guard let refusal = script.refusal(of: command) else { return [] }
        guard case .missing(_, let needs) = refusal else { return ["\(refusal)"] }
        return needs.map(\.code)
    }

    /// What stands in alarm, by subject, of medium priority or more.
    var alarms: [String] {
        session.standingAlarms.compactMap { alarm in
            alarm.present.flatMap { $0.priority >= .medium ? $0.subject.code : nil }
        }
    }

    /// From READY TO LEAVE to the signature: each step is refused before its time.
    mutating func goHome(_ source: SourceLocation = #_sourceLocation) throws {
        try give(.markReadyToLeave)
        let departure = Command.discharge(Departure(with: "Ben Sample", instructionsGivenTo: "patient and escort"))
        let lines = session.linesInArm
        let inArm = lines.map { _ in "access.removed" }
        #expect(refused(departure) == inArm, sourceLocation: source)
        for line in lines { try give(.removeAccess(siteIsClean: true, text: "", line: line.number)) }
        try give(departure)
        let balances = session.balances
        let open = balances.filter { !$0.isBalanced }.map { "balance.\($0.container.name)" }
        #expect(!open.isEmpty && refused(.close) == open, sourceLocation: source)
        for balance in balances {
            let rest = balance.container.volumeNanoliters - balance.givenNanoliters
            let name = balance.container.name
            try give(.wasteDrug(DrugWaste(container: name, volumeNanoliters: rest, method: "sink", witness: "Okafor")))
        }
        try give(.close)
        #expect(session.phase == .closed, sourceLocation: source)
    }
}

extension [Visit.Try] {
    /// The first minute at which READY TO LEAVE was possible; nil for never.
    var leftAt: Int? { last.flatMap { $0.codes.isEmpty ? $0.minute : nil } }

    /// What stood in the way at some minutes, each distinct answer once.
    func codes(_ minutes: ClosedRange<Int>) -> Set<[String]> {
        Set(filter { minutes.contains($0.minute) }.map(\.codes))
    }
}
