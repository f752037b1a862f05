import ArgumentParser
import EventLog
import Streams

/// The proof of one event, to be handed to somebody who is to see no other.
struct ProveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove",
        abstract: "Write the proof that one event stands in a sealed log.",
        discussion: """
            The proof is a c2sp.org/tlog-proof: the event's line, its way to the root, and the signed seal. Whoever \
            has the station's public key checks it with vigil verify FILE.tlog-proof --key KEY, and sees nothing else \
            of the session. With no --output it goes to standard output.
            """
    )

    @Argument(help: "The log's folder, or a file in it.") var log: String
    @Argument(help: "The event's number, as vigil log shows it.") var event: Int
    @Option(name: .shortAndLong, help: "The file to write; its name should end in .tlog-proof.") var output: String?

    func validate() throws {
        guard event >= 0 else { throw ValidationError("the event's number must be 0 or more") }
    }

    func run() throws {
        try reporting {
            let disk = SystemDisk()
            let reader = LogReader(disk: disk)
            let proof = try reader.proof(ofEvent: event, in: try reader.location(of: HomeOption.absolute(log)))
            guard let output else { return try sayBytes(proof.bytes) }
            try DurableFile.create(HomeOption.absolute(output), proof.bytes, on: disk)
        }
    }
}
