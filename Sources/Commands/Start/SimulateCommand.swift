import ArgumentParser
import EventLog
import Simulation

/// Whole sessions of simulated patients, without a screen.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Run whole sessions of simulated patients, without a screen.",
        discussion: """
            The same command in a new home writes the same session and staff logs, byte for byte. In a home that holds \
            an earlier run it goes on from there. Without --minutes the exit code is 1 when a session did not close.
            """
    )

    @Option(name: .customLong("home"), help: "The folder to write into; never a clinic's own.") var home: String
    @Option(help: "How many chairs; so many sessions run at once at most.") var chairs: Int
    @Option(help: "How many sessions in all; as many as chairs unless given.") var sessions: Int?
    @Option(help: "Simulated minutes to run; until all sessions are closed unless given.") var minutes: Int?
    @Option(help: "The seed: the same seed gives the same patients.") var seed: UInt64 = 1
    @Option(help: "When it begins, like 2026-01-05T08:00Z; where the home's last run ended unless given.")
    var start: String?
    @Option(help: "A series to chart from: time_s,parameter,value,unit.") var vitals: String?
    @Flag(help: "Print `ID e` as each event is on disk.") var acks = false

    /// Ten years.
    private static let mostMinutes = 5_256_000

    func validate() throws {
        guard !home.isEmpty else { throw ValidationError("--home must name a folder") }
        guard (1...24).contains(chairs) else { throw ValidationError("--chairs must be 1 to 24") }
        guard sessions ?? 1 > 0 else { throw ValidationError("--sessions must be above 0") }
        guard (1...Self.mostMinutes).contains(minutes ?? 1) else {
            throw ValidationError("--minutes must be 1 to \(Self.mostMinutes)")
        }
        if start != nil, startUTCMicros == nil {
            throw ValidationError("--start must be a time in UTC from 1970 to 8999, like 2026-01-05T08:00Z")
        }
    }

    /// `--start` as an instant: a log's time, cut off at the minute; a boot clock begins at 1970.
    private var startUTCMicros: Int64? {
        guard let start, start.count == 17, start.hasSuffix("Z"), ("1970"..."8999").contains(start.prefix(4)) else {
            return nil
        }
        return UTCTimestamp.micros(start.dropLast() + ":00.000000Z")
    }

    func run() throws {
        let options = SimulationOptions(
            home: HomeOption.absolute(home),
            chairs: chairs,
            sessions: sessions,
            minutes: minutes,
            seed: seed,
            startUTCMicros: startUTCMicros,
            vitalsPath: vitals,
            acks: acks
        )
        throw ExitCode(SimulationProgram.run(options, disk: StationDisk.current))
    }
}
