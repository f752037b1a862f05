import EventLog
import Journal
import Session
import TestSupport

/// A session from check-in to closed, decided command by command, and its log cut where a test wants it.
struct WholeSession {
    /// A command of which only some events reached the disk.
    struct CutCommand {
        let command: Command
        let eventsBefore: Int
        let eventsKept: Int
    }

    let events: [Event]
    let cutCommands: [CutCommand]

    init() throws {
        var script = try SessionScript(chair: "C1")
        var cuts: [CutCommand] = []
        func give(_ command: Command) throws {
            let before = script.session.nextNumber
            let count = try script.give(command).count
            cuts += (1..<max(1, count)).map { CutCommand(command: command, eventsBefore: before, eventsKept: $0) }
        }
        try script.prepareToStart()
        try give(.start(samplePump()))
        script.wait(minutes: 10)
        try give(.pause(nil))
        script.wait(minutes: 2)
        let reason = Reason(code: "bp", text: "BP high")
        try give(.resume(pauseReason: reason, prescriberDecision: nil))
        script.wait(minutes: 5)
        try give(.recordVitals(sampleVitals(140, 86), observedAtMicros: nil))
        let vitals = script.session.nextNumber - 1
        try give(.amend(target: vitals, replacement: .vitalsRecorded(sampleVitals(130, 84)), reason: reason))
        try give(.recordNote("mistake", observedAtMicros: nil))
        try give(.void(target: script.session.nextNumber - 1, reason: reason))
        try give(.readVolume(volumeNanoliters: 15_000_000, stillInfuses: true))
        script.wait(minutes: 25)
        try give(.stop(.completed, observedAtMicros: nil))
        script.wait(minutes: 60)
        try give(.recordVitals(sampleVitals(), observedAtMicros: nil))
        script.wait(minutes: 15)
        try give(.recordVitals(recoveredVitals(), observedAtMicros: nil))
        try give(.recordDissociation(Dissociation(score: 0, moaas: 5), observedAtMicros: nil))
        try give(.answerDischarge(passedDischargeList(script.session.rules)))
        script.wait(minutes: 10)
        try give(.markReadyToLeave)
        try give(.removeAccess(siteIsClean: true, text: ""))
        try give(.discharge(Departure(with: "Ben Sample", instructionsGivenTo: "patient and escort")))
        try give(.wasteDrug(DrugWaste(container: "A", volumeNanoliters: 10_000_000, method: "sink", witness: "Okafor")))
        try give(.close)
        cutCommands = cuts
        events = script.session.entries.map(Self.named)
    }

    /// The state after so many events.
    func session(events count: Int) -> Session {
        Session(id: JournalFixture.id().text, rules: sampleProtocol(), events: Array(events.prefix(count)))
    }

    /// A home whose one session has so many events on disk, a minute after the last of them.
    func fixture(events count: Int) throws -> JournalFixture {
        var fixture = JournalFixture()
        _ = try fixture.home.putProtocol(JournalFixture.protocolBytes)
        let journal = try SessionJournal.create(
            JournalFixture.id(),
            in: fixture.home,
            events: EventBatch(Array(events.prefix(count)), by: SessionClock(openedAt: fixture.now)),
            openedAt: fixture.now,
            lots: 1,
            names: JournalFixture.names,
            onReport: fixture.reports.add
        )
        _ = journal.stop()
        fixture.wait(seconds: events[count - 1].at.sessionMicros / Micros.perSecond)
        return fixture.later(on: fixture.disk.afterKill())
    }

    /// The opening names the protocol that the home holds.
    private static func named(_ event: Event) -> Event {
        guard case .sessionOpened(var opening) = event.body else { return event }
        opening.protocolSHA256 = LogHash(of: JournalFixture.protocolBytes).hex
        var event = event
        event.body = .sessionOpened(opening)
        return event
    }
}
