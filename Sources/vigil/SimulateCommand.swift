import ArgumentParser
import Station

/// Whole sessions of simulated patients, without a screen.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Run whole sessions of simulated patients, without a screen."
    )

    @Option(name: .customLong("home"), help: "The folder to write into; it must not be a clinic's own.")
    var home: String
    @Option(help: "How many chairs; so many sessions run at once at most.") var chairs: Int
    @Option(help: "How many sessions in all; as many as chairs unless given.") var sessions: Int?
    @Option(help: "Simulated minutes to run.") var minutes: Int
    @Option(help: "The seed: the same seed gives the same patients.") var seed: UInt64
    @Option(help: "Simulated seconds a second; as fast as possible unless given.") var speed: Int?
    @Option(help: "A series to drive one chair with: time_s,parameter,value,unit.") var vitals: String?
    @Flag(help: "Print `ID e` as each event is on disk.") var acks = false

    func validate() throws {
        guard (1...24).contains(chairs) else { throw ValidationError("--chairs is 1 to 24") }
        guard minutes > 0 else { throw ValidationError("--minutes must be above 0") }
        guard sessions ?? 1 > 0 else { throw ValidationError("--sessions must be above 0") }
        guard speed ?? 1 > 0 else { throw ValidationError("--speed must be above 0") }
    }

    func run() throws {
        try reporting {
            let options = Simulation.Options(
                home: HomeOption.absolute(home),
                chairs: chairs,
                sessions: sessions ?? chairs,
                minutes: minutes,
                seed: seed,
                speed: speed,
                vitals: vitals,
                acks: acks,
                writer: "vigil \(ProgramVersion.text)"
            )
            throw ExitCode(Simulation.run(options))
        }
    }
}
