import Canvas
import Glibc
import Screens
import Session

/// What one picture asks of a session of a hundred thousand entries, at any count of them.
struct PictureBenchmark {
    private static let events = 100_000
    /// So many counts are asked, evenly over the session.
    private static let counts = 200

    static func run() throws(BenchmarkError) -> [Figure] {
        var figures: [Figure] = []
        for kind in LongSession.allCases {
            print("pictures of \(events) events, \(kind.rawValue) ...")
            fflush(nil)
            let session: Session
            do throws(Refusal) {
                session = try kind.make(events)
            } catch {
                throw .failed("the session could not be made: \(error)")
            }
            figures += picture(kind, session)
            for size in [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)] {
                figures.append(drawing(kind, session, size))
            }
            figures.append(opening(kind, session))
        }
        return figures
    }

    private static func picture(_ kind: LongSession, _ session: Session) -> [Figure] {
        var (times, others) = (Sample(), Sample())
        var asked = 0
        for place in 1...counts {
            let watch = Stopwatch()
            let view = session.upTo(session.nextNumber * place / counts)
            asked &+= questions(view)
            times.add(watch.milliseconds)
            let other = Stopwatch()
            asked &+= gates(view)
            others.add(other.milliseconds)
        }
        // What is asked must not be optimised away.
        precondition(asked != 0, "nothing was answered")
        let measure = "picture of \(events) events at any count, \(kind.rawValue)"
        return [
            .atMost(2, times.percentile(99), unit: "ms", of: measure, note: times.spread),
            .shown("  the same, median", "\(Figure.decimals(times.median)) ms"),
            .shown(
                "  all eight gates and what is due, median",
                "\(Figure.decimals(others.median)) ms  \(others.spread)"
            ),
        ]
    }

    /// The Session view at any count, made from nothing and drawn.
    private static func drawing(_ kind: LongSession, _ session: Session, _ size: Size) -> Figure {
        var times = Sample()
        var desk = Desk()
        var surroundings = Surroundings(zone: .utc, glyphs: .unicode, stationName: "Benchmark", staff: [])
        surroundings.isSimulated = true
        for place in 1...counts {
            let count = session.nextNumber * place / counts
            let watch = Stopwatch()
            let view = session.upTo(count)
            guard let now = view.entries.last?.at else { continue }
            let stay = Stay(decided: view, durableCount: count, now: now)
            let ward = Ward(chairs: [], stays: [stay], protocols: [], nowUTCMicros: now.utcMicros)
            let scene = Scene(ward: ward, surroundings: surroundings)
            let frame = desk.draw(size: size, in: scene)
            // The first picture is the Board; from there on the console stands in the Session view.
            if place == 1 { _ = desk.handle(.enter, in: scene) } else { times.add(watch.milliseconds) }
            precondition(frame.size == size, "another size was drawn")
        }
        precondition(desk.title == "Vigil: session", "the Session view was not drawn")
        return .atMost(
            2,
            times.percentile(99),
            unit: "ms",
            of: "  drawn at \(size.columns)x\(size.rows), \(kind.rawValue)",
            note: times.spread
        )
    }

    /// How long all events take to be folded.
    private static func opening(_ kind: LongSession, _ session: Session) -> Figure {
        let events = Array(session.entries)
        let watch = Stopwatch()
        let folded = Session(id: session.id, rules: session.rules, events: events)
        let micros = watch.microseconds / Double(folded.nextNumber)
        return .shown("  fold of an event, \(kind.rawValue)", "\(Figure.decimals(micros)) us")
    }

    /// Everything that a tile and the Session view ask for one picture; answers with how much that was.
    private static func questions(_ session: Session) -> Int {
        guard let now = session.entries.last?.at else { return 0 }
        var asked = people(session, at: now) + drug(session, at: now) + readings(session, at: now)
        asked += step(session, at: now)
        // The newest entries, as many as the tallest list has.
        for number in session.entries.indices.suffix(60) { asked += session.entry(number).event.number & 1 }
        return asked
    }

    /// What the next step lacks, once for the tile and once for the panel, as the screens ask in each phase.
    private static func step(_ session: Session, at now: Moment) -> Int {
        let permission: Permission
        switch session.phase {
        case .screening: permission = .ready
        case .ready: permission = .start
        case .dosing, .closed: return 0
        case .paused: permission = .resume
        case .observing: return session.criteria(at: now).count
        case .dischargeReady: permission = .discharge
        case .discharged, .cancelled: permission = .close
        }
        return session.needs(for: permission, at: now).count + session.needs(for: permission, at: now).count
    }

    /// Every gate, of which a picture asks one, and what is due, which is asked when an entry comes.
    private static func gates(_ session: Session) -> Int {
        guard let now = session.entries.last?.at else { return 0 }
        let needs = Permission.allCases.reduce(0) { $0 + session.needs(for: $1, at: now).count }
        return needs + session.due(at: now).count
    }

    private static func people(_ session: Session, at now: Moment) -> Int {
        var asked = session.phase.word.count + (session.chair?.count ?? 0) + (session.patient?.name.count ?? 0)
        asked += session.zone.transitions.count + (session.zoneName?.count ?? 0)
        asked += KnownPatient(session)?.who.count ?? 0
        asked += session.screeningFindings.count + session.dischargeAnswers(at: now).count
        asked += (session.isIdentified ? 1 : 0) + (session.isDissociationBack ? 1 : 0)
        asked += session.standingAlarms.count + (session.weightDifference == nil ? 0 : 1)
        return asked + (session.closedAtUTCMicros == nil ? 0 : 1)
    }

    private static func drug(_ session: Session, at now: Moment) -> Int {
        var asked = session.dose(at: now)?.givenNanoliters ?? 0
        asked += session.curve.completionMicros == nil ? 0 : 1
        asked += session.linesInArm.count + session.containers.count + session.balances.count
        asked += session.notAsOrdered(at: now).count + (session.mustTellPump ? 1 : 0)
        asked += session.order?.durationMinutes ?? 0
        asked += session.pump?.volumeNanoliters ?? 0
        asked += session.newest(.access) { $0.kind.isEmpty ? nil : $0.kind.count }?.value ?? 0
        return asked
            + [session.doseStartMicros, session.doseEndMicros, session.pausedSinceMicros].compactMap(\.self).count
    }

    /// The newest figures, the columns of the widest flowsheet, and a lane with as many columns.
    private static func readings(_ session: Session, at now: Moment) -> Int {
        var asked = session.vitalsDue(at: now) == nil ? 0 : 1
        asked += session.dissociationDue(at: now) == nil ? 0 : 1
        asked += session.latestDissociation?.value.score ?? 0
        asked += session.hasCorrectedSets ? 1 : 0
        for parameter in Parameter.allCases { asked += session.latest(parameter)?.number ?? 0 }
        let sets = session.vitalsSets
        for set in sets.reversed().prefix(22) { asked += session.conditions(of: set.vitals).count }
        for note in session.notesByTime.reversed().prefix(22) { asked += note.note.score }
        let columns: Int64 = 180
        for column in 0..<columns {
            let times = (now.sessionMicros * column / columns, now.sessionMicros * (column + 1) / columns)
            asked += sets.within(times).last?.number ?? 0
        }
        return asked
    }
}
