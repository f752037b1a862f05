import Journal

/// What the keepers share: where the records lie, whose they are, who waits for the disk, and where to tell of it.
struct RecordRoom: Sendable {
    let home: StationHome
    let journal: JournalHome
    let names: StationNames
    let mailbox: Mailbox
    /// Does, in order, whatever waits for the disk and is no open session's.
    let worker = Worker()
}
