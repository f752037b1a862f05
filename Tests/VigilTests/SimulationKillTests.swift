import TestSupport
import Testing

@Suite struct `A station that is killed` {
    /// Each home is killed several times, so that most starts go on with what a kill left behind.
    private static let homes = Sweep.count(1)
    private static let killsPerHome = 10
    /// The start alone takes some of this; the rest is full speed.
    private static let latestKillMillis = 1000

    @Test func `has every acknowledged event on disk, ten times in each home`() throws {
        var random = SeededRandom("kills")
        var acknowledged = 0
        for _ in 0..<Self.homes {
            let clinic = Clinic()
            var all = Acknowledgements()
            for kill in 0..<Self.killsPerHome {
                let acks = try Self.killOnce(clinic, seed: kill + 1, random: &random)
                all.merge(acks)
                try acks.expectAllIn(home: clinic.home, "VIGIL_SEED=\(random.seed)")
                acknowledged += acks.count
            }
            // What a later recovery does must not take what an earlier run acknowledged.
            try all.expectAllIn(home: clinic.home, "VIGIL_SEED=\(random.seed)")
        }
        print("kills: \(acknowledged) acknowledged events looked for")
        #expect(acknowledged > 0, "no event was acknowledged in any run")
    }

    /// Kills a simulation in full swing; returns what it acknowledged.
    private static func killOnce(
        _ clinic: Clinic,
        seed: Int,
        random: inout SeededRandom
    ) throws -> Acknowledgements {
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
        return Acknowledgements(simulation.text)
    }
}
