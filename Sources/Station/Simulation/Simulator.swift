import Journal
import Session

/// Simulated patients and nurses on a station: they only ever give commands, as people do.
struct Simulator: Sendable {
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
    private var visits: [String: SimulatedVisit] = [:]
    /// The visits that are closed and wait to be on disk.
    private var closing: Set<String> = []
    private var arrivals: SimulatedArrivals
    private var nextArrivalUTCMicros: Int64
    private var remaining: Int?
    private(set) var tally = SimulationTally()

    init(_ plan: Plan, startingAt utcMicros: Int64) {
        self.plan = plan
        arrivals = SimulatedArrivals(seed: plan.seed)
        remaining = plan.sessions
        nextArrivalUTCMicros = utcMicros
    }

    /// Goes on with the simulated sessions that were open when the station ended; real patients are left alone.
    mutating func adopt(_ station: Station) {
        for session in station.sessions where session.opening?.isSimulated == true {
            tally.resumed += 1
            remaining = remaining.map { max(0, $0 - 1) }
            var visit = makeVisit(station, session.id)
            visit.triedSets = session.vitalsSets.count
            visits[session.id] = visit
        }
    }

    /// When somebody will do something; nil if nobody will any more.
    var nextDueUTCMicros: Int64? {
        let dues = visits.values.map(\.dueUTCMicros).filter { $0 < .max }
        let arrival = mayArrive ? [nextArrivalUTCMicros] : []
        return (dues + arrival).min()
    }

    /// Whether everybody has come and nobody does anything any more.
    var isDone: Bool { nextDueUTCMicros == nil && closing.isEmpty }

    private var mayArrive: Bool { remaining != 0 && visits.count < plan.chairs }

    mutating func noteDurable(_ count: Int) {
        tally.durableEvents += count
    }

    /// Takes note of a patient who could not be checked in.
    mutating func noteNotOpened() {
        tally.notOpened += 1
    }

    /// Does everything that is due.
    mutating func run(_ station: inout Station) -> [StationEffect] {
        forget(station)
        var effects: [StationEffect] = []
        for id in visits.keys.sorted() {
            guard let visit = visits[id], visit.dueUTCMicros <= station.now.utcMicros,
                let session = station.session(id), let moment = station.moment(of: id)
            else { continue }
            effects += act(visit, session, moment, &station)
        }
        if mayArrive, nextArrivalUTCMicros <= station.now.utcMicros { effects += arrive(&station) }
        return effects
    }

    /// Lets go of visits that are closed on disk, or whose log could not be made.
    private mutating func forget(_ station: Station) {
        for id in closing where station.session(id) == nil {
            closing.remove(id)
            tally.closed += 1
        }
        for id in visits.keys where station.session(id) == nil && !station.isOpening(id) { visits[id] = nil }
    }

    private mutating func act(
        _ current: SimulatedVisit,
        _ session: Session,
        _ moment: Moment,
        _ station: inout Station
    ) -> [StationEffect] {
        var visit = current
        let now = station.now.utcMicros
        defer { visits[session.id] = closing.contains(session.id) ? nil : visit }
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

    private mutating func give(
        _ command: Command,
        _ session: Session,
        _ visit: inout SimulatedVisit,
        _ station: inout Station
    ) -> [StationEffect] {
        if case .recordVitals = command, visit.series != nil { visit.triedSets += 1 }
        switch station.decide(command, in: session.id, by: visit.nurse) {
        case .accepted(let effects):
            visit.refusalsInRow = 0
            note(command, before: session, after: station.session(session.id))
            if case .close = command { closing.insert(session.id) }
            return effects
        case .refused(.unusual(let questions)):
            tally.questions += questions.count
            guard let confirmed = command.confirmed else { return [] }
            return give(confirmed, session, &visit, &station)
        case .refused(let refusal):
            visit.refusalsInRow += 1
            if visit.refusalsInRow > SimulatedVisit.patience { visit.dueUTCMicros = .max }
            note(refusal, of: command)
            return []
        }
    }

    private mutating func note(_ command: Command, before: Session, after: Session?) {
        guard case .recordVitals = command, let after else { return }
        tally.setsRecorded += 1
        let old = Set(before.conditions.map { "\($0.subject)\($0.priority)" })
        for condition in after.conditions where !old.contains("\(condition.subject)\(condition.priority)") {
            tally.conditions[condition.priority, default: 0] += 1
        }
    }

    private mutating func note(_ refusal: Refusal, of command: Command) {
        guard case .recordVitals = command else {
            tally.refusals += 1
            return
        }
        tally.setsRefused += 1
        tally.refusedBecause[refusal.sentence, default: 0] += 1
    }

    private var gapMinutes: Int {
        plan.gapMinutes.isEmpty ? 0 : plan.gapMinutes[min(tally.opened, plan.gapMinutes.count - 1)]
    }

    private mutating func arrive(_ station: inout Station) -> [StationEffect] {
        let taken = Set(station.sessions.filter(\.phase.isLive).compactMap(\.chair))
        let free = station.facts.chairs.prefix(plan.chairs).first { !taken.contains($0) && !station.isTaken($0) }
        guard let chair = free, let choice = station.facts.protocols.first else {
            nextArrivalUTCMicros = station.now.utcMicros + Micros.perMinute
            return []
        }
        let opening = arrivals.next(chair: chair, protocol: choice)
        nextArrivalUTCMicros = station.now.utcMicros + Int64(gapMinutes) * Micros.perMinute
        do throws(Refusal) {
            let nurse = arrivals.nurse(in: station.facts.staff)
            let new = try station.decideOpening(opening, by: nurse, for: nil)
            tally.opened += 1
            remaining = remaining.map { $0 - 1 }
            visits[new.id.text] = makeVisit(station, new.id.text)
            return [.open(new)]
        } catch {
            // The next patient has another name and number.
            tally.refusals += 1
            return []
        }
    }

    private mutating func makeVisit(_ station: Station, _ id: String) -> SimulatedVisit {
        let seed = id.utf8.reduce(plan.seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
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

extension Command {
    /// The same command with its unusual values confirmed; nil for one that has none.
    var confirmed: Command? {
        switch self {
        case .recordVitals(var vitals, let observed):
            guard !vitals.confirmedUnusual else { return nil }
            vitals.confirmedUnusual = true
            return .recordVitals(vitals, observedAtMicros: observed)
        case .placeOrder(let order, confirmedUnusual: false): return .placeOrder(order, confirmedUnusual: true)
        case _: return nil
        }
    }
}
