import ArgumentParser
import Station

/// Whole sessions of simulated patients, without a screen.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Run whole sessions of simulated patients, without a screen."
    )

    @Option(name: .customLong("home"), help: "The folder to write into; never a clinic's own.") var home: String
    @Option(help: "How many chairs; so many sessions run at once at most.") var chairs: Int
    @Option(help: "How many sessions in all; as many as chairs unless given.") var sessions: Int?
    @Option(help: "Simulated minutes to run; until all sessions are closed unless given.") var minutes: Int?
    @Option(help: "The seed: the same seed gives the same patients.") var seed: UInt64 = 1
    @Option(help: "Simulated seconds a second; as fast as the disk can follow unless given.") var speed: Int?
    @Option(help: "A series to chart from: time_s,parameter,value,unit.") var vitals: String?
    @Flag(help: "Print `ID e` as each event is on disk.") var acks = false

    func validate() throws {
        guard (1...24).contains(chairs) else { throw ValidationError("--chairs must be 1 to 24") }
        guard sessions ?? 1 > 0 else { throw ValidationError("--sessions must be above 0") }
        guard minutes ?? 1 > 0 else { throw ValidationError("--minutes must be above 0") }
        guard speed ?? 1 > 0 else { throw ValidationError("--speed must be above 0") }
    }

    func run() throws {
        let options = SimulationOptions(
            home: HomeOption.absolute(home),
            chairs: chairs,
            sessions: sessions,
            minutes: minutes,
            seed: seed,
            speed: speed ?? 0,
            vitalsPath: vitals,
            acks: acks
        )
        throw ExitCode(Simulation.run(options))
    }
}
