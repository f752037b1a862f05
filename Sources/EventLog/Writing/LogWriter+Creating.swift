import Glibc

extension LogWriter {
    /// Creates a new log: when this returns, its header record and its name are on disk.
    ///
    /// The file is written under another name and renamed, so a log is there with a whole header or not at all.
    package static func create(
        at location: LogLocation,
        header: LogHeader,
        moment: LogMoment,
        disk: any Disk,
        ballast: Ballast? = nil,
        segmentLimit: Int = usualSegmentLimit
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
            guard try disk.item(at: path) == nil else { throw DiskError(call: "create", path: path, code: EEXIST) }
            try Quarantine(location: location, disk: disk).takeTemporaries()
            file = try disk.createNamed(path, encoder.buffer)
        } catch {
            throw error.isExisting ? .existing(path: path) : .disk(error)
        }
        return LogWriter(
            location: location,
            header: header,
            segment: LogSegment(number: 1, path: path),
            file: file,
            end: (0, leaf, -1, encoder.buffer.count),
            disk: disk,
            ballast: ballast,
            segmentLimit: segmentLimit
        )
    }
}
