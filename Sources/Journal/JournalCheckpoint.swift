import EventLog

/// The signed statement of how far the station's own journal had got, in a file beside it.
///
/// What is signed can also be kept elsewhere, on paper or at another station: then not even whoever owns this disk can
/// take the journal's end away unnoticed.
enum JournalCheckpoint {
    static func path(in home: JournalHome) -> String { "\(home.stationLog.directory)/journal.checkpoint" }

    static func origin(key name: String) -> String { "\(name)/station" }

    static func write(_ tree: MerkleTree, with key: StationKey, in home: JournalHome) throws(DiskError) {
        let checkpoint = Checkpoint(origin: origin(key: key.name), size: tree.count, root: tree.root)
        let note = SignedNote(signing: checkpoint.text, with: key)
        try DurableFile.replace(path(in: home), note.bytes, on: home.disk)
    }

    /// The newest checkpoint; nil where there is none that can be read.
    static func read(_ home: JournalHome) -> Checkpoint? {
        note(in: home).flatMap { try? Checkpoint(parsing: $0.text) }
    }

    static func note(in home: JournalHome) -> SignedNote? {
        guard let bytes = try? home.disk.readWhole(path(in: home), limit: SignedNote.byteLimit) else { return nil }
        return try? SignedNote(parsing: bytes)
    }
}
