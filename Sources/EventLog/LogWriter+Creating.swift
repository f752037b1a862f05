import Glibc

extension LogWriter {
    /// Creates a new log: when this returns, its header record and its name are on disk.
    ///
    /// The file is written under another name and renamed, so a log is there with a whole header or not at all.
    package static func create(
        at location: LogLocation,
        header: LogHeader,
        moment: LogMoment,
        disk: any Disk
    ) throws(LogError) -> LogWriter {
        let path = location.segmentPath(1)
        let draft = RecordDraft(
            kind: LogFormat.Kind.open,
            utcMicros: moment.utcMicros,
            bootMicros: moment.bootMicros,
            body: header.body
        )
        try draft.check()
        var encoder = LineEncoder()
        let leaf = encoder.append(draft, number: 0, durable: nil, previous: .zero)
        let file: DiskFile
        do throws(DiskError) {
            try disk.makeDirectories(location.directory)
            file = try writeHeader(encoder.buffer, at: location, on: disk)
        } catch {
            throw error.isExisting ? .existing(path: path) : .disk(error)
        }
        return LogWriter(
            location: location,
            path: path,
            disk: disk,
            file: file,
            durableRecord: 0,
            durableSize: encoder.buffer.count,
            lastLeaf: leaf
        )
    }

    /// Returns the file open, locked, under its own name.
    private static func writeHeader(
        _ line: [UInt8],
        at location: LogLocation,
        on disk: any Disk
    ) throws(DiskError) -> DiskFile {
        let path = location.segmentPath(1)
        guard try disk.item(at: path) == nil else { throw DiskError(call: "create", path: path, code: EEXIST) }
        try Quarantine(location: location, disk: disk).takeTemporaries()
        let temporary = try disk.open(path + ".tmp", for: .creating)
        do throws(DiskError) {
            try disk.lock(temporary)
            try disk.writeWhole(temporary, line, at: 0)
            try disk.sync(temporary)
            try disk.rename(temporary.path, to: path)
            try disk.syncDirectory(location.directory)
        } catch {
            disk.close(temporary)
            try? disk.remove(temporary.path)
            throw error
        }
        return DiskFile(descriptor: temporary.descriptor, path: path)
    }
}
