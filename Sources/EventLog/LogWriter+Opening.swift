extension LogWriter {
    /// Opens a log to go on with it: verifies it, cuts an unfinished write off its end, and records the new boot.
    ///
    /// Anything but an unfinished write at the end is refused and the file is left as it is. Every step may be
    /// interrupted and done again.
    package static func open(
        at location: LogLocation,
        boot: String,
        writer: String,
        moment: LogMoment,
        disk: any Disk
    ) throws(LogError) -> OpenedLog {
        let reader = LogReader(disk: disk)
        let path = location.segmentPath(try reader.segmentCount(of: location))
        // Locked first, read then: what is read cannot be changed by another writer any more.
        let file = try openLocked(path, on: disk)
        let contents: LogContents
        let cut: OpenedLog.CutTail?
        do throws(LogError) {
            contents = try reader.read(location)
            cut = try recover(contents, path: path, file: file, disk: disk)
        } catch {
            disk.close(file)
            throw error
        }
        let log = LogWriter(
            location: location,
            path: path,
            disk: disk,
            file: file,
            durableRecord: contents.records.count - 1,
            durableSize: contents.lastSegment.goodEnd,
            lastLeaf: contents.records.last?.leaf ?? .zero
        )
        try log.append(openingRecords(cut: cut, boot: boot, writer: writer, moment: moment))
        return OpenedLog(writer: log, contents: contents, cut: cut)
    }

    private static func openLocked(_ path: String, on disk: any Disk) throws(LogError) -> DiskFile {
        do throws(DiskError) {
            let file = try disk.open(path, for: .updating)
            do throws(DiskError) {
                try disk.lock(file)
            } catch {
                disk.close(file)
                throw error
            }
            return file
        } catch {
            throw error.isLocked ? .inUse(path: path) : .disk(error)
        }
    }

    /// Brings the file to the end of its last good line, all of it on disk.
    private static func recover(
        _ contents: LogContents,
        path: String,
        file: DiskFile,
        disk: any Disk
    ) throws(LogError) -> OpenedLog.CutTail? {
        if let finding = contents.findings.first(where: { $0.kind != .torn || $0.path != path }) {
            throw .damaged(finding)
        }
        let quarantine = Quarantine(location: contents.location, disk: disk)
        let segment = contents.lastSegment
        do throws(DiskError) {
            try quarantine.takeTemporaries()
            try rewriteUnproven(contents, file: file, disk: disk)
            var cut: OpenedLog.CutTail?
            let tail = Array(segment.bytes[segment.goodEnd...])
            if !tail.isEmpty {
                let kept = try quarantine.keepTail(tail, segmentPath: path, offset: segment.goodEnd)
                try disk.truncate(file, to: segment.goodEnd)
                cut = .init(offset: segment.goodEnd, byteCount: tail.count, sha256: LogHash(of: tail), keptAs: kept)
            }
            try disk.sync(file)
            try disk.syncDirectory(contents.location.directory)
            return cut
        } catch {
            throw .disk(error)
        }
    }

    /// Writes good lines that no later record proves durable over themselves, with the very same bytes.
    ///
    /// If an earlier process saw a flush fail, these pages may be marked clean without being on disk, and no
    /// flush would ever write them; written again, they are dirty again. What is on disk already does not change.
    private static func rewriteUnproven(
        _ contents: LogContents,
        file: DiskFile,
        disk: any Disk
    ) throws(DiskError) {
        let segment = contents.lastSegment
        let unproven = contents.records.dropFirst(contents.provenRecord + 1)
        let byteCount = min(unproven.reduce(0) { $0 + $1.line.count + 1 }, segment.goodEnd)
        let start = segment.goodEnd - byteCount
        guard byteCount > 0 else { return }
        try disk.writeWhole(file, Array(segment.bytes[start..<segment.goodEnd]), at: start)
    }

    private static func openingRecords(
        cut: OpenedLog.CutTail?,
        boot: String,
        writer: String,
        moment: LogMoment
    ) -> [RecordDraft] {
        var drafts: [RecordDraft] = []
        func add(_ kind: String, _ body: [UInt8]) {
            drafts.append(
                RecordDraft(kind: kind, utcMicros: moment.utcMicros, bootMicros: moment.bootMicros, body: body)
            )
        }
        if let cut {
            var body = RecordBody()
            body.add("offset", cut.offset)
            body.add("cutBytes", cut.byteCount)
            body.add("sha256", cut.sha256.hex)
            body.add("quarantine", cut.keptAs)
            add(LogFormat.Kind.recovered, body.finish())
        }
        var body = RecordBody()
        body.add("boot", boot)
        body.add("writer", writer)
        add(LogFormat.Kind.resume, body.finish())
        return drafts
    }
}
