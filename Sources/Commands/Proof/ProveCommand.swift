import ArgumentParser
import EventLog
import Glibc

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
            guard let output else { return put(proof.bytes) }
            try DurableFile.create(HomeOption.absolute(output), proof.bytes, on: disk)
        }
    }

    private func put(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { return }
            rest = rest.dropFirst(max(0, count))
        }
    }
}

/// What a proof file proves.
struct ProofReport {
    private let path: String
    private let trusted: [VerifierKey]

    init(_ path: String, _ trusted: [VerifierKey]) {
        self.path = path
        self.trusted = trusted
    }

    /// Says it; without a key nothing is proven but that the parts fit together.
    func say() throws -> Verdict {
        let proof: LogProof
        do {
            proof = try LogProof(parsing: SystemDisk().readWhole(path, limit: SignedNote.byteLimit * 2))
        } catch let error as NoteError {
            throw Failure("\(path): \(error)", cure: "ask for it again, whole")
        }
        guard let line = proof.line else {
            throw Failure("\(path) holds no line", cure: "ask for a proof that carries its event")
        }
        let checkpoint = try Checkpoint(parsing: proof.note.text)
        let inclusion = InclusionProof(index: proof.index, size: checkpoint.size, hashes: proof.hashes)
        guard inclusion.root(from: .leaf(of: line)) == checkpoint.root else {
            Commands.say("\(path): FORGED: it does not lead from its line to the root that was signed")
            return .forged
        }
        let place = "line \(proof.index + 1) of \(checkpoint.size) of \(checkpoint.origin)"
        do throws(NoteError) {
            let signers = try proof.note.signers(among: trusted)
            // Shown only now: until it is proven it may be anything.
            sayRecord(line)
            Commands.say("\(path): proven, \(place), signed by \(signers.map(\.name).joined(separator: ", "))")
            return .anchored
        } catch .wrongSignature(let name) {
            Commands.say("\(path): FORGED: the signature of \(name) is not by its key")
            return .forged
        } catch {
            sayRecord(line)
            Commands.say("\(path): fits together, \(place), not anchored: \(error)")
            return .intact
        }
    }
}
