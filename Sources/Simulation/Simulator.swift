import Journal
import Session
import Station

/// Simulated patients and nurses on a station: they only ever give commands, as people do.
///
/// Whatever it does follows from its plan and from what the station holds; it reads no clock and throws no dice but its
/// own, and nothing hangs on the order of a dictionary.
final class Simulator: Companion {
    struct Plan: Sendable {
        /// How many chairs they take at once, the first ones of the station.
        var chairs: Int
        /// How many patients come in all; nil without end.
        var sessions: Int?
        var seed: UInt64
        var series: VitalsSeries?
        /// The minutes from each arrival to the next while chairs are free; the last holds from then on.
        var gapMinutes: [Int] = [0]
    }

    private let plan: Plan
    /// Told of each event of a session when it is on disk.
    private let onDurable: (String, Range<Int>) -> Void
    private var visits: [String: SimulatedVisit] = [:]
    /// The visits that are closed and wait to be on disk, with how many events they are.
    private var closing: [String: Int] = [:]
    private var arrivals: SimulatedArrivals
    private var nextArrivalUTCMicros: Int64
    private var remaining: Int?
    /// Check-ins refused in a row.
    private var refusedArrivals = 0
    private(set) var tally = SimulationTally()

    init(
        _ plan: Plan,
        startingAt utcMicros: Int64,
        onDurable: @escaping (String, Range<Int>) -> Void = { _, _ in }
    ) {
        self.plan = plan
        self.onDurable = onDurable
        arrivals = SimulatedArrivals(seed: plan.seed)
        remaining = plan.sessions
        nextArrivalUTCMicros = utcMicros
    }

    /// Goes on with the simulated sessions that were open when the station ended; real patients are left alone.
    func adopt(_ station: Station) {
        for session in station.sessions where session.opening?.isSimulated == true {
            tally.resumed += 1
            remaining = remaining.map { max(0, $0 - 1) }
            var visit = makeVisit(of: session, on: station)
            visit.triedSets = session.vitalsSets.count
            visit.firstNumber = session.nextNumber
            visits[session.id] = visit
        }
    }

    /// When somebody will do something; nil if nobody will any more.
    var nextDeadlineUTCMicros: Int64? {
        let dues = visits.values.map(\.dueUTCMicros).filter { $0 < .max }
        let arrival = mayArrive ? [nextArrivalUTCMicros] : []
        return (dues + arrival).min()
    }

    private var mayArrive: Bool { remaining != 0 && visits.count < plan.chairs }

    func noteSaved(_ numbers: Range<Int>, of session: String) {
        tally.durableEvents += numbers.count
        onDurable(session, numbers)
        if let whole = closing[session], numbers.upperBound >= whole {
            closing[session] = nil
            tally.closed += 1
        }
    }

    func noteNotOpened(_ session: String) {
        visits[session] = nil
        tally.notOpened += 1
    }

    /// Does what has been due longest; of two, the session whose id comes first, and an arrival after both.
    func act(on station: inout Station) -> [StationEffect] {
        let now = station.now.utcMicros
        let due = visits.filter { $0.value.dueUTCMicros <= now && station.session($0.key) != nil }
        let first = due.min { ($0.value.dueUTCMicros, $0.key) < ($1.value.dueUTCMicros, $1.key) }
        if let (id, visit) = first, let session = station.session(id), let moment = station.moment(of: id) {
            return act(visit, session, moment, &station)
        }
        return mayArrive && nextArrivalUTCMicros <= now ? arrive(&station) : []
    }

    private func act(
        _ current: SimulatedVisit,
        _ session: Session,
        _ moment: Moment,
        _ station: inout Station
    ) -> [StationEffect] {
        var visit = current
        let now = station.now.utcMicros
        defer { visits[session.id] = closing[session.id] != nil ? nil : visit }
        switch visit.next(session, at: moment) {
        case .leaveOpen:
            visit.dueUTCMicros = .max
            return []
        case .wait(let until):
            let wait = max(Micros.perSecond, until - moment.sessionMicros)
            visit.dueUTCMicros = now + wait + (visit.series == nil ? visit.pace(0...40) : 0)
            return []
        case .give(let command):
            let isWatching = session.phase == .dosing || session.phase == .observing
            visit.dueUTCMicros = now + (isWatching ? visit.pace(10...30) : visit.pace(30...90))
            if case .pause = command { visit.dueUTCMicros = now + visit.pace(90...240) }
            return give(command, session, &visit, &station)
        }
    }

    private func give(
        _ command: Command,
        _ session: Session,
        _ visit: inout SimulatedVisit,
        _ station: inout Station
    ) -> [StationEffect] {
        let isSet = if case .recordVitals = command { true } else { false }
        if isSet { visit.triedSets += 1 }
        switch station.decide(command, in: session.id, by: visit.nurse) {
        case .accepted(let effects):
            visit.refusalsInRow = 0
            if isSet { tally.setsRecorded += 1 }
            if case .close = command, let closed = station.session(session.id) {
                closing[closed.id] = closed.nextNumber
                tally.count(closed.alarmEpisodes(), from: visit.firstNumber)
            }
            return effects
        case .refused(.unusual(let questions)):
            tally.questions += questions.count
            guard let confirmed = command.confirmed else { return [] }
            if isSet { visit.triedSets -= 1 }
            return give(confirmed, session, &visit, &station)
        case .refused(let refusal):
            visit.refusalsInRow += 1
            if visit.refusalsInRow > SimulatedVisit.patience { visit.dueUTCMicros = .max }
            if isSet { tally.refuseSet(refusal) } else { tally.refusals += 1 }
            return []
        }
    }

    /// Counts the alarms of the sessions that are open at the end.
    func finish(_ station: Station) {
        for session in station.sessions {
            guard let visit = visits[session.id] else { continue }
            tally.count(session.alarmEpisodes(), from: visit.firstNumber)
        }
    }

    private var gapMinutes: Int {
        plan.gapMinutes.isEmpty ? 0 : plan.gapMinutes[min(tally.opened, plan.gapMinutes.count - 1)]
    }

    private func arrive(_ station: inout Station) -> [StationEffect] {
        let taken = Set(station.sessions.filter(\.phase.isLive).compactMap(\.chair))
        let free = station.facts.chairs.prefix(plan.chairs).first { !taken.contains($0) && !station.isTaken($0) }
        guard let chair = free, let choice = station.facts.protocols.first else {
            nextArrivalUTCMicros = station.now.utcMicros + Micros.perMinute
            return []
        }
        var opening = arrivals.next(chair: chair, protocol: choice)
        opening.asked = station.questions(about: opening.patient)
        nextArrivalUTCMicros = station.now.utcMicros + Int64(gapMinutes) * Micros.perMinute
        do throws(Refusal) {
            let nurse = arrivals.nurse(in: station.facts.staff)
            let new = try station.decideOpening(opening, by: nurse, for: nil)
            tally.opened += 1
            refusedArrivals = 0
            remaining = remaining.map { $0 - 1 }
            visits[new.id.text] = makeVisit(of: new.session, on: station)
            return [.open(new)]
        } catch {
            // The next patient has another name and number; where nobody is taken, nobody comes any more.
            tally.refuseArrival(error)
            refusedArrivals += 1
            if refusedArrivals > SimulatedVisit.patience { remaining = 0 }
            return []
        }
    }

    /// A patient is the same whenever they come: what they are follows from their record number.
    private func makeVisit(of session: Session, on station: Station) -> SimulatedVisit {
        let number = session.patient?.mrn ?? session.id
        let seed = number.utf8.reduce(plan.seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let nurse = arrivals.nurse(in: station.facts.staff)
        var visit = SimulatedVisit(
            nurse: nurse,
            secondName: arrivals.secondName(in: station.facts.staff, besides: nurse),
            prescriber: station.facts.staff.first { $0.role == .prescriber }?.name ?? "Dr Lindqvist",
            series: plan.series,
            seed: seed,
            dueUTCMicros: station.now.utcMicros
        )
        visit.dueUTCMicros += visit.pace(10...60)
        return visit
    }
}
