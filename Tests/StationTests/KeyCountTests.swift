import Canvas
import Screens
import Session
import Settings
import Station
import TestSupport
import Testing

/// How many keys the ward's daily work takes, driven through a whole station under the shipped protocol.
///
/// A rule that asks more takes keys from a nurse who looks after several chairs: what is typed a dozen times a day may
/// not grow unseen.
@Suite struct `The keys of a session` {
    /// What is done, the keys of it (`⏎` is Enter, `^` Ctrl-S, `#` the code that was written on the syringe), where
    /// that leads to, and the minutes that pass then.
    private struct Step {
        var what: String
        var keys: String
        var phase: Phase?
        var minutes: Int64 = 0
    }

    private static let set = "136/84 80 97 14 4⏎"
    private static let rested = "126/80 74 98 14 5 p0⏎"
    private static let final = "126/80 74 98 14 5⏎"
    private static let list = "kyyyyyynyy⏎"

    private static let beforeDose = [
        Step(what: "who is typing", keys: "u1"),
        Step(
            what: "check-in",
            keys: "cSample, Ada⏎1984-03-07⏎100234⏎f⏎80k⏎none known⏎p⏎Ben Sample⏎555 0101⏎1⏎⏎",
            phase: .screening
        ),
        Step(what: "identity", keys: "k12⏎", phase: .screening),
        Step(what: "screening", keys: "kynnynnnnnnnnnnnnnone by mouth⏎yynny7⏎nny⏎", phase: .screening),
        Step(what: "order", keys: "o⏎⏎⏎⏎⏎Dr Lind⏎w⏎", phase: .screening),
        Step(what: "IV placed", keys: "ip⏎left forearm⏎22G⏎", phase: .screening),
        Step(what: "drug drawn", keys: "Dd⏎⏎⏎10⏎5⏎50⏎⏎", phase: .screening),
        Step(what: "dissociation", keys: "d0 n⏎", phase: .screening),
        Step(what: "baseline", keys: "124/78 72 98 14 5 t36.8 p0 o0⏎", phase: .screening),
        Step(what: "ready", keys: "sry", phase: .ready),
        Step(what: "time-out", keys: "st#⏎1⏎Okafor⏎", phase: .ready),
        Step(what: "start", keys: "ss60⏎40⏎1⏎⏎⏎", phase: .dosing, minutes: 10),
    ]

    private static let dose = [
        Step(what: "set at 10 min", keys: set, phase: .dosing, minutes: 10),
        Step(what: "set at 20 min", keys: set, phase: .dosing),
        Step(what: "dissociation", keys: "d2 n⏎", phase: .dosing, minutes: 10),
        Step(what: "set at 30 min", keys: set, phase: .dosing, minutes: 10),
        Step(what: "set at 40 min", keys: set, phase: .dosing),
        Step(what: "dissociation", keys: "d2 n⏎", phase: .dosing),
        Step(what: "stop", keys: "sec⏎⏎40⏎", phase: .observing, minutes: 15),
    ]

    private static let recovery = [
        Step(what: "set at 55 min", keys: rested, phase: .observing, minutes: 15),
        Step(what: "set at 70 min", keys: rested, phase: .observing),
        Step(what: "dissociation", keys: "d0 n⏎", phase: .observing, minutes: 30),
        Step(what: "set at 100 min", keys: rested, phase: .observing, minutes: 20),
        Step(what: "set at 120 min", keys: rested, phase: .observing),
        Step(what: "dissociation", keys: "d0 n⏎", phase: .observing),
        Step(what: "discharge list", keys: list, phase: .observing),
    ]

    private static let leaving = [
        Step(what: "ready to leave", keys: "sly", phase: .dischargeReady),
        Step(what: "IV out", keys: "ir⏎y⏎⏎", phase: .dischargeReady),
        Step(what: "discharge", keys: "sd⏎patient and escort⏎", phase: .discharged),
        Step(what: "waste", keys: "Dw⏎⏎10⏎destruction kit⏎Okafor⏎", phase: .discharged),
        Step(what: "close", keys: "scy"),
    ]

    /// A desk at which a session is brought as far as some steps lead.
    private struct Desk {
        var bench: StationBench
        let console: ConsoleID

        init() throws {
            let shipped = try #require(ProtocolFile.shipped.first)
            let rules = try ProtocolFile.read(bytes: shipped.bytes, name: shipped.name)
            bench = StationBench(chairs: ["C1", "C2"], rules: rules)
            console = bench.attach(1)
        }

        var session: Session? { bench.station.sessions.first }

        /// Takes steps, and answers how many keys each took.
        mutating func take(_ steps: [Step]) throws -> [(what: String, keys: Int)] {
            var counted: [(what: String, keys: Int)] = []
            for step in steps {
                var keys = step.keys
                if let session, let container = session.containers.first {
                    keys = String(keys.flatMap { $0 == "#" ? Array(session.code(of: container)) : [$0] })
                }
                for key in keys {
                    // Ctrl-S records a form from wherever one stands in it.
                    if key == "^" {
                        bench.handle(.key(console, .control("s")))
                    } else {
                        bench.press(String(key), at: console)
                    }
                }
                bench.saveAll()
                try #require(session?.phase == step.phase, "after \(step.what)\n\(bench.picture(console))")
                bench.wait(seconds: step.minutes * 60)
                counted.append((step.what, keys.count))
            }
            return counted
        }
    }

    @Test func `a normal session from check-in to close is counted whole`() throws {
        var desk = try Desk()
        let counted = try desk.take(Self.beforeDose + Self.dose + Self.recovery + Self.leaving)

        let total = counted.reduce(0) { $0 + $1.keys }
        Self.show(counted + [("a normal session, whole", total)])
        #expect(desk.bench.station.sessions.isEmpty)
        #expect(total <= 494)
    }

    @Test func `a pause, a correction, a set and the discharge list take few keys`() throws {
        var desk = try Desk()
        _ = try desk.take(Self.beforeDose)
        let set = try desk.take([Step(what: "a set", keys: Self.set, phase: .dosing)])
        let number = try #require(desk.session?.vitalsSets.last?.number)
        let correction = try desk.take([
            Step(what: "a correction of one value", keys: "xcs98⏎2⏎", phase: .dosing, minutes: 10)
        ])
        let corrected = try #require(desk.session).entry(number)
        #expect(corrected.amendedBy != nil && corrected.body[.spo2Percent] == .value(98))
        #expect(corrected.body[.systolicMmHg] == .value(136))
        let pause = try desk.take([Step(what: "a pause", keys: "p", phase: .paused, minutes: 1)])
        let resume = try desk.take([Step(what: "a resume, with why it was paused", keys: "p9⏎y⏎⏎", phase: .dosing)])
        _ = try desk.take(Array(Self.dose.dropFirst()) + Self.recovery.dropLast())
        let items = try #require(desk.session).rules.dischargeList
        let list = try desk.take([Step(what: "discharge list", keys: Self.list, phase: .observing, minutes: 31)])
        let session = try #require(desk.session)
        let now = try #require(desk.bench.stay(session.id)?.now)
        let stale = items.count - session.dischargeAnswers(at: now).count
        let again = try desk.take([
            Step(what: "discharge list again, \(stale) items stale", keys: "kyyyy^", phase: .observing)
        ])
        let answered = try #require(desk.session).dischargeAnswers(at: now)
        #expect(items.filter { answered[$0.id] == nil }.map(\.id) == [], "\(desk.bench.picture(desk.console))")

        Self.show(set + correction + pause + resume + list + again)
        #expect(set[0].keys <= 18)
        #expect(correction[0].keys <= 9)
        #expect(pause[0].keys <= 1)
        // One for each item, one to open and one to record.
        #expect(list[0].keys <= 11)
        #expect(again[0].keys <= 2 * stale)
    }

    @Test func `an escort who comes late costs one set and no list`() throws {
        var desk = try Desk()
        _ = try desk.take(Self.beforeDose + Self.dose + Self.recovery + Self.leaving.prefix(2))
        desk.bench.wait(seconds: 40 * 60)

        desk.bench.press("sd⏎patient and escort⏎", at: desk.console)
        desk.bench.saveAll()
        #expect(desk.session?.phase == .dischargeReady)
        #expect(desk.bench.picture(desk.console).contains("40 min"), "\(desk.bench.picture(desk.console))")
        // The set is typed from where the discharge was refused, and leads back there.
        let set = Step(
            what: "a set for an escort who comes 40 min late",
            keys: "v\(Self.final)",
            phase: .dischargeReady
        )
        let counted = try desk.take([set, Step(what: "the discharge as typed before", keys: "⏎", phase: .discharged)])
        Self.show(counted)
    }

    private static func show(_ counted: [(what: String, keys: Int)]) {
        let width = counted.map(\.what.count).max() ?? 0
        for row in counted {
            let keys = "\(row.keys)"
            print(
                row.what + String(repeating: " ", count: width - row.what.count)
                    + String(repeating: " ", count: 5 - keys.count) + keys + " keys"
            )
        }
    }
}
