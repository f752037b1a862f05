package import EventLog

/// A file that tells a running station whose addenda have got further: only the station writes its journal then.
package enum AddendumMark {
    private static func folder(in home: JournalHome) -> String { "\(home.stationLog.directory)/addenda" }

    /// Leaves a mark for a session; it is on disk when this returns.
    static func leave(for id: SessionID, in home: JournalHome) throws(DiskError) {
        try home.disk.makeDirectories(folder(in: home))
        try DurableFile.create("\(folder(in: home))/\(id.text)", [], on: home.disk)
    }

    /// The sessions that are marked.
    package static func all(in home: JournalHome) throws(DiskError) -> [SessionID] {
        do throws(DiskError) {
            return try home.disk.list(folder(in: home)).compactMap { SessionID(text: $0) }
        } catch {
            guard error.isMissing else { throw error }
            return []
        }
    }

    /// Takes a mark away: the journal knows how far the addenda have got.
    package static func take(_ id: SessionID, in home: JournalHome) throws(DiskError) {
        try home.disk.remove("\(folder(in: home))/\(id.text)")
    }
}
