import Screens
import Session
import Settings
import Station
import TestSupport
import Testing

@Suite struct `Keys alone` {
    /// What a nurse presses from check-in to the signature, and the phase each line leads to.
    ///
    /// `#` is the code that was written on the syringe when it was drawn.
    private static let lines: [(keys: String, minutes: Int64, phase: Phase?)] = [
        ("u1", 0, nil),
        ("cSample, Ada⏎1984-03-07⏎100234⏎f⏎80k⏎none known⏎p⏎Ben Sample⏎555 0101⏎1⏎⏎", 0, .screening),
        ("k12⏎", 0, .screening),
        ("kynnynnnnnnnnnnnnnone by mouth⏎yynny7⏎nny⏎", 0, .screening),
        ("o⏎⏎⏎⏎⏎Dr Lind⏎w⏎", 0, .screening),
        ("ip⏎left forearm⏎22G⏎", 0, .screening),
        ("Dd⏎⏎⏎10⏎5⏎50⏎⏎", 0, .screening),
        ("d0 n⏎", 0, .screening),
        ("v124/78 72 98 14 5 t36.8 p0 o0⏎", 0, .screening),
        ("sry", 0, .ready),
        ("st#⏎1⏎Okafor⏎", 0, .ready),
        ("ss60⏎40⏎1⏎⏎⏎", 10, .dosing),
        ("136/84 80 97 14 4⏎", 0, .dosing),
        ("p", 0, .paused),
        ("p5⏎y⏎⏎", 31, .dosing),
        ("sec⏎⏎40⏎", 0, .observing),
        ("134/82 78 98 14 4⏎", 65, .observing),
        ("126/80 74 98 14 5 p0⏎", 0, .observing),
        ("d0 n m5⏎", 16, .observing),
        ("122/78 72 98 14 5 p0⏎", 0, .observing),
        ("kyyyyyynyy⏎", 0, .observing),
        ("sly", 0, .dischargeReady),
        ("ir⏎y⏎⏎", 0, .dischargeReady),
        ("sd⏎patient and escort⏎", 0, .discharged),
        ("Dw⏎⏎10⏎destruction kit⏎Okafor⏎", 0, .discharged),
    ]

    private static func typed(_ keys: String, _ session: Session?) -> String {
        guard let session, let container = session.containers.first else { return keys }
        return String(keys.flatMap { $0 == "#" ? Array(session.code(of: container)) : [$0] })
    }

    @Test func `take a patient from check-in to closed`() throws {
        let shipped = try #require(ProtocolFile.shipped.first)
        let rules = try ProtocolFile.read(bytes: shipped.bytes, name: shipped.name)
        var bench = StationBench(chairs: ["C1", "C2"], rules: rules)
        let (console, other) = (bench.attach(1), bench.attach(2))
        for line in Self.lines {
            bench.press(Self.typed(line.keys, bench.station.sessions.first), at: console)
            bench.saveAll()
            let phase = bench.station.sessions.first?.phase
            #expect(phase == line.phase, "after \(line.keys)\n\(bench.picture(console))")
            guard phase == line.phase else { return }
            bench.wait(seconds: line.minutes * 60)
        }
        let last = try #require(bench.station.sessions.first)
        #expect(last.entries.allSatisfy { $0.author == StationBench.author })
        #expect(bench.picture(other).contains("Sample, Ada"))
        bench.press("scy", at: console)
        bench.saveAll()
        #expect(bench.station.sessions.isEmpty)
    }
}
