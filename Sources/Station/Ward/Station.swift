package import Canvas
package import Journal
package import Screens
package import Session

/// The station's state: the sessions, and every console's desk.
///
/// Values in, values out: it opens no file and reads no clock. One thread owns it.
package struct Station: Sendable {
    package internal(set) var facts: StationFacts { didSet { isLentOld = true } }
    /// The sessions that are not closed, in the order they were opened.
    var stays: [StationStay] = [] { didSet { isLentOld = true } }
    /// Patients whose session was closed, of today and perhaps of the days before.
    var closed: [KnownPatient] = [] { didSet { isLentOld = true } }
    /// The ordinal of the newest session of this home, those included whose log is being made.
    var sessionsEver = 0 { didSet { isLentOld = true } }
    /// Sessions that are decided and whose log is being made.
    var openings: [String: PendingOpening] = [:]
    var consoles: [ConsoleID: ConsoleState] = [:]
    /// Desks whose console has gone, the newest last.
    var leftDesks: [LeftDesk] = []
    var faults: [Fault] = [] { didSet { isLentOld = true } }
    /// For each time the station was off, until it is dealt with.
    var absence: Absence? { didSet { isLentOld = true } }
    /// When each fault was raised that stands for a while and is mended by nobody.
    var passingFaults: [Headline: Int64] = [:]
    /// Why sessions stand without their protocol, by their ids.
    var protocolProblems: [String: String] = [:] { didSet { isLentOld = true } }
    package internal(set) var now: ClockReading
    /// Tells sessions apart that open in the same second.
    var lots: SplitMix64

    /// The ward as it was shown last, and whether anything that stands in it has changed since.
    private var lent: Ward?
    private var isLentOld = false

    package init(facts: StationFacts, at now: ClockReading, seed: UInt64) {
        self.facts = facts
        self.now = now
        lots = SplitMix64(seed: seed)
    }

    /// Takes sessions that were open when the station ended.
    package mutating func resume(_ opened: [OpenedSession]) {
        for session in opened {
            stays.append(StationStay(session, durableCount: session.session.entries.count, zone: facts.zone))
        }
        stays.sort { ($0.openedAtUTCMicros, $0.id) < ($1.openedAtUTCMicros, $1.id) }
        resumeAbsence()
        markAllChanged()
    }

    /// Takes what is known of sessions that have ended: who was closed today, and how many there ever were.
    package mutating func remember(closed sessions: [Session], ordinal: Int) {
        closed += sessions.compactMap { KnownPatient($0) }
        let ordinals = (sessions + self.sessions).compactMap { $0.opening?.ordinal }
        sessionsEver = max(sessionsEver, ordinal, ordinals.max() ?? 0)
    }

    /// What every screen may show now, in whole seconds, so that the picture of one second is one picture.
    package var ward: Ward {
        Ward(
            chairs: facts.chairs,
            stays: stays.map { $0.shown(at: now, before: lent?.stay($0.id)) },
            faults: shownFaults,
            protocols: facts.protocols,
            nowUTCMicros: now.utcMicros - now.utcMicros % Micros.perSecond,
            isConfigured: facts.isConfigured,
            closedToday: closedToday,
            sessionsEver: sessionsEver
        )
    }

    /// The same, worked out once for each second and change, and lent to every console and key.
    mutating func lendWard() -> Ward {
        if let lent, !isLentOld, lent.nowUTCMicros / Micros.perSecond == now.utcMicros / Micros.perSecond {
            return lent
        }
        var ward = ward
        ward.prepare(after: lent)
        lent = ward
        isLentOld = false
        return ward
    }

    /// What a desk looks at when a key is pressed: the same, with the very time.
    mutating func scene(for traits: ConsoleTraits) -> Scene {
        var ward = lendWard()
        ward.nowUTCMicros = now.utcMicros
        return Scene(ward: ward, surroundings: surroundings(of: traits))
    }

    /// Patients whose session was closed since the local day began.
    var closedToday: [KnownPatient] {
        let dayBegan = facts.zone.dayBegan(atUTC: now.utcMicros)
        return closed.filter { ($0.closedAtUTCMicros ?? .min) >= dayBegan }
    }

    /// The sessions that are not closed, by id, as they have been decided.
    package var sessions: [Session] { stays.map(\.decided) }

    /// A session that is not closed.
    package func session(_ id: String) -> Session? { stays.first { $0.id == id }?.decided }

    /// Now, as a session counts.
    package func moment(of id: String) -> Moment? { stays.first { $0.id == id }?.clock.moment(now) }

    /// Whether a patient is being checked in to a chair.
    package func isTaken(_ chair: String) -> Bool { openings.values.contains { $0.session.chair == chair } }

    /// How many of a session's events are on disk.
    package func durableCount(of id: String) -> Int? { stays.first { $0.id == id }?.durableCount }

    /// Lets time pass without anything happening.
    package mutating func advance(to reading: ClockReading) { now = reading }

    /// Whether anything decided is not on disk yet.
    package var isSaving: Bool {
        !openings.isEmpty || stays.contains { $0.durableCount < $0.decided.nextNumber && !$0.isFailing }
    }

    /// The sessions whose log could not be written.
    package var failing: [String] { stays.filter(\.isFailing).map(\.id) }

    /// The consoles that are there.
    package var consoleIDs: [ConsoleID] { consoles.keys.sorted() }

    /// Whether a console's picture may differ from the one drawn last.
    package func mustDraw(_ console: ConsoleID) -> Bool { consoles[console]?.isChanged ?? false }

    /// Draws a console's picture; until something changes it need not be drawn again.
    package mutating func draw(_ console: ConsoleID) -> (frame: Frame, title: String)? {
        guard var state = consoles[console] else { return nil }
        state.isChanged = false
        consoles[console] = state
        let scene = Scene(ward: lendWard(), surroundings: surroundings(of: state.traits))
        let frame = state.desk.draw(size: state.traits.size, in: scene)
        return (frame, state.desk.title)
    }

    func surroundings(of traits: ConsoleTraits) -> Surroundings {
        Surroundings(
            zone: facts.zone,
            glyphs: facts.drawsASCII ? .ascii : traits.glyphs,
            reducedMotion: facts.reducedMotion || traits.reducedMotion,
            stationName: facts.name,
            staff: facts.staff,
            isSimulated: facts.isSimulated
        )
    }

    mutating func markAllChanged() {
        for console in consoles.keys { consoles[console]?.isChanged = true }
    }

    /// A console's desk, and whether it must be drawn.
    struct ConsoleState: Sendable {
        var desk = Desk()
        var traits: ConsoleTraits
        var isChanged = true
    }

    /// A session whose log is being made, and who asked for it.
    struct PendingOpening: Sendable {
        var session: Session
        var console: ConsoleID?
    }
}
