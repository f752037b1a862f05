import EventLog

/// The signed statement of how far the station's own journal had got, in a file beside it.
///
/// What is signed can also be kept elsewhere, at another station or in a copy: then not even whoever owns this disk can
/// take the journal's end away unnoticed.
enum JournalCheckpoint {
    /// What stands where a checkpoint belongs.
    enum Found: Sendable {
        case missing
        /// Nothing that can be relied on; the sentence says why.
        case unusable(String)
        case signed(Checkpoint, by: [VerifierKey])

        var isMissing: Bool {
            if case .missing = self { return true }
            return false
        }

        var checkpoint: Checkpoint? {
            if case .signed(let checkpoint, _) = self { return checkpoint }
            return nil
        }
    }

    static func path(in home: JournalHome) -> String { "\(home.stationLog.directory)/journal.checkpoint" }

    static func origin(key name: String) -> String { "\(name)/station" }

    static func write(_ tree: MerkleTree, with key: StationKey, in home: JournalHome) throws(DiskError) {
        let checkpoint = Checkpoint(origin: origin(key: key.name), size: tree.count, root: tree.root)
        let note = SignedNote(signing: checkpoint.text, with: key)
        try DurableFile.replace(path(in: home), note.bytes, on: home.disk)
    }

    /// The newest checkpoint, if one of these keys signed it.
    static func find(in home: JournalHome, keys: [VerifierKey]) -> Found {
        let bytes: [UInt8]
        do throws(DiskError) {
            bytes = try home.disk.readWhole(path(in: home), limit: SignedNote.byteLimit + 1)
        } catch {
            return error.isMissing ? .missing : .unusable("\(error)")
        }
        do throws(NoteError) {
            let note = try SignedNote(parsing: bytes)
            let checkpoint = try Checkpoint(parsing: note.text)
            let signers = try note.signers(among: keys)
            guard signers.contains(where: { checkpoint.origin == origin(key: $0.name) }) else {
                return .unusable("\(path(in: home)): it was made of \(checkpoint.origin), not of this journal")
            }
            return .signed(checkpoint, by: signers)
        } catch {
            return .unusable("\(path(in: home)): \(error)")
        }
    }

    /// Takes a checkpoint that is contradicted out of the way of the next one: it may be all that proves what was there.
    static func setAside(in home: JournalHome) throws(DiskError) {
        let path = path(in: home)
        guard try home.disk.item(at: path) != nil else { return }
        try home.stationLog.keepAside(path, on: home.disk)
    }
}
