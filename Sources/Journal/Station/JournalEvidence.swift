import EventLog

/// A home's journal as it is read by somebody who does not write it: what it says, and how much of that is signed.
struct JournalEvidence: Sendable {
    /// What was read; nil if nothing could be.
    let contents: LogContents?
    /// Why nothing could be read.
    let failure: LogError?
    let checkpoint: JournalCheckpoint.Found
    let knowledge: StationKnowledge
    /// The heads in the part that a key signed which the reader brought along.
    let anchored: [String: LogHead]
    /// Keys that stand in the home itself, and could be replaced with it.
    let keys: [VerifierKey]
    /// Which of the home's key files hold none.
    let keyProblems: [String]

    /// Reads the journal of a home; `trusted` are the keys that the reader brought along.
    init(_ home: JournalHome, trusted: [VerifierKey]) throws(DiskError) {
        (keys, keyProblems) = try StationKey.verifiers(in: home.keysPath, disk: home.disk)
        // A station that is writing signs what it has written: the signature is read first.
        checkpoint = JournalCheckpoint.find(in: home, keys: trusted + keys)
        (contents, failure) = Self.read(home)
        var knowledge = contents.map { StationKnowledge($0) } ?? StationKnowledge()
        var anchored: [String: LogHead] = [:]
        if case .signed(let covered, let signers) = checkpoint, let contents, contents.damage.isEmpty,
            let heads = Self.heads(in: contents, upTo: covered)
        {
            knowledge.signed = heads
            if signers.contains(where: trusted.contains) { anchored = heads }
        }
        self.knowledge = knowledge
        self.anchored = anchored
    }

    private static func read(_ home: JournalHome) -> (LogContents?, LogError?) {
        do throws(LogError) {
            return (try LogReader(disk: home.disk).read(home.stationLog), nil)
        } catch {
            return (nil, error)
        }
    }

    /// The heads in the part of a journal that a checkpoint covers; nil if it is of other records.
    private static func heads(in contents: LogContents, upTo checkpoint: Checkpoint) -> [String: LogHead]? {
        let records = contents.readable.prefix(checkpoint.size)
        guard records.count == checkpoint.size, MerkleTree(records.map(\.leaf)).root == checkpoint.root else {
            return nil
        }
        var knowledge = StationKnowledge()
        for record in records { knowledge.take(record) }
        return knowledge.heads
    }
}
