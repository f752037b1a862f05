/// A log that is locked and has been read, and in which nothing has been changed yet.
package final class LockedLog {
    package let contents: LogContents
    private let disk: any Disk
    private let segment: LogSegment
    private let file: DiskFile
    private var hasBegun = false

    /// Locks and reads a log; `head` is how far it is known from elsewhere to have got.
    ///
    /// With `trustsEarlierSegments` only the last segment is read, and believed to follow from the others.
    package init(
        _ location: LogLocation,
        disk: any Disk,
        expecting head: LogHead? = nil,
        trustsEarlierSegments: Bool = false
    ) throws(LogError) {
        let reader = LogReader(disk: disk)
        location.bringHome(on: disk)
        let segments = try reader.segments(of: location)
        segment = segments[segments.count - 1]
        self.disk = disk
        // Locked first, read then: what is read cannot be changed by another writer any more.
        file = try Self.openLocked(segment.path, on: disk)
        do throws(LogError) {
            contents = try Self.read(location, with: reader, expecting: head, onlyLast: trustsEarlierSegments)
        } catch {
            disk.close(file)
            throw error
        }
    }

    private static func read(
        _ location: LogLocation,
        with reader: LogReader,
        expecting head: LogHead?,
        onlyLast: Bool
    ) throws(LogError) -> LogContents {
        let contents = try reader.scan(location, keepsRecords: true, expecting: head, onlyLast: onlyLast).contents()
        let isSealed = try reader.access { () throws(DiskError) in try reader.disk.item(at: location.sealPath) != nil }
        guard contents.readable.last?.kind != LogFormat.Kind.close, !isSealed else {
            throw .ended(path: contents.lastSegment.path)
        }
        let highest = max(contents.last.highest, contents.provenRecord)
        guard highest < LogFormat.largestNumber >> 1 else {
            throw .foreign(
                path: contents.lastSegment.path,
                reason: "its records count up to \(highest): none could follow"
            )
        }
        return contents
    }

    deinit {
        if !hasBegun { disk.close(file) }
    }

    /// Makes the log ready for new records; to be called once.
    ///
    /// An unfinished write at the end, which nobody was told of, is cut off and kept aside. Where acknowledged records
    /// are lost or altered, the files are left as they are and the log goes on in a new segment that says so. Every
    /// step may be interrupted and done again.
    package func begin(
        boot: String,
        writer: String,
        moment: LogMoment,
        ballast: Ballast? = nil,
        segmentLimit: Int = LogWriter.usualSegmentLimit,
        tree: MerkleTree? = nil
    ) throws(LogError) -> sending OpenedLog {
        precondition(!hasBegun, "a locked log begins once")
        hasBegun = true
        let end = contents.lastSegment
        let log = LogWriter(
            location: contents.location,
            header: contents.header.resumed(boot: boot, writer: writer),
            segment: segment,
            file: file,
            end: (
                max(contents.last.highest, contents.provenRecord), contents.last.leaf, contents.last.highestEvent,
                end.goodEnd
            ),
            disk: disk,
            ballast: ballast,
            segmentLimit: segmentLimit
        )
        log.tree = tree
        do throws(DiskError) {
            try Quarantine(location: contents.location, disk: disk).takeTemporaries()
        } catch {
            throw .disk(error)
        }
        guard end.isGood, contents.newDamage.isEmpty else {
            try log.goOnAfterDamage(contents, moment: moment)
            return OpenedLog(writer: log, contents: contents, cut: nil, isNewlyDamaged: true)
        }
        let cut = try log.recover(contents)
        try log.append(Self.firstRecords(cut: cut, boot: boot, writer: writer, moment: moment))
        return OpenedLog(writer: log, contents: contents, cut: cut, isNewlyDamaged: false)
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

    private static func firstRecords(
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
