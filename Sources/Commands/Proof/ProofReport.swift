import Streams
import EventLog

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
            try Streams.say("\(path): FORGED: it does not lead from its line to the root that was signed")
            return .forged
        }
        let place = "line \(proof.index + 1) of \(checkpoint.size) of \(checkpoint.origin)"
        let signers: [VerifierKey]
        do throws(NoteError) {
            signers = try proof.note.signers(among: trusted)
        } catch .wrongSignature(let name) {
            try Streams.say("\(path): FORGED: the signature of \(name) is not by its key")
            return .forged
        } catch {
            try sayRecord(line)
            try Streams.say("\(path): fits together, \(place), not anchored: \(error)")
            return .intact
        }
        // Shown only now: until it is proven it may be anything.
        try sayRecord(line)
        try Streams.say("\(path): proven, \(place), signed by \(signers.map(\.name).joined(separator: ", "))")
        return .anchored
    }
}
