import EventLog
import Journal
import TestSupport
import Testing

@Suite struct `A station that is killed` {
    /// Five homes, killed ten times each, so that most starts go on with what a kill left behind.
    private static let homes = 5
    private static let killsPerHome = 10
    /// The start alone takes some of this; the rest is full speed.
    private static let latestKillMillis = 1000

    @Test func `has every acknowledged event on disk, fifty times over`() throws {
        var random = SeededRandom("kills")
        var acknowledged = 0
        for _ in 0..<Self.homes {
            let clinic = Clinic()
            var all: [String: Int] = [:]
            for kill in 0..<Self.killsPerHome {
                let acks = try Self.killOnce(clinic, seed: kill + 1, random: &random)
                for (id, last) in acks { all[id] = last }
                try Self.check(acks, in: clinic, seed: random.seed)
                acknowledged += acks.values.reduce(0) { $0 + $1 + 1 }
            }
            // What a later recovery does must not take what an earlier run acknowledged.
            try Self.check(all, in: clinic, seed: random.seed)
        }
        print("kills: \(acknowledged) acknowledged events looked for")
        #expect(acknowledged > 0, "no event was acknowledged in any run")
    }

    /// Kills a simulation in full swing; returns the last event that it acknowledged of each session.
    private static func killOnce(
        _ clinic: Clinic,
        seed: Int,
        random: inout SeededRandom
    ) throws -> [String: Int] {
        let words = ["--chairs", "4", "--sessions", "100000", "--seed", String(seed), "--acks"]
        let simulation = RunningProgram(
            ["simulate", "--home", clinic.home] + words,
            environment: clinic.environment
        )
        let end = PseudoTerminal.now() + Int.random(in: 0...latestKillMillis, using: &random)
        while PseudoTerminal.now() < end { simulation.pump(waitMillis: max(1, end - PseudoTerminal.now())) }
        simulation.send(signal: 9)
        let code = simulation.waitForEnd()
        try #require(code == -9, "it ended by itself, VIGIL_SEED=\(random.seed): \(simulation.complaint)")
        return acknowledgements(simulation.text)
    }

    /// The highest event of each session; the last line may have been cut off.
    private static func acknowledgements(_ text: String) -> [String: Int] {
        var acks: [String: Int] = [:]
        let whole = text.lastIndex(of: "\n").map { text[...$0] } ?? ""
        for line in whole.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count == 2, let number = Int(words[1]) {
                acks[String(words[0])] = max(number, acks[String(words[0])] ?? -1)
            }
        }
        return acks
    }

    private static func check(_ acks: [String: Int], in clinic: Clinic, seed: UInt64) throws {
        let home = JournalHome(path: clinic.home, disk: SystemDisk())
        for (text, last) in acks {
            let id = try #require(SessionID(text: text), "\(text) is no session")
            let contents = try LogReader(disk: SystemDisk()).read(home.log(of: id))
            // All that may be wrong is an unfinished write at the end, which was never acknowledged.
            let damage = contents.findings.filter { $0.kind != .torn }
            #expect(damage.isEmpty, "VIGIL_SEED=\(seed) \(text): \(damage)")
            #expect(contents.records.compactMap(\.event).starts(with: 0...last), "VIGIL_SEED=\(seed) \(text) \(last)")
        }
    }
}
