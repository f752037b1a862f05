extension LogWriter {
    /// Opens a log to go on with it: verifies it and records the new boot.
    package static func open(
        at location: LogLocation,
        boot: String,
        writer: String,
        moment: LogMoment,
        disk: any Disk,
        expecting head: LogHead? = nil,
        ballast: Ballast? = nil,
        segmentLimit: Int = usualSegmentLimit
    ) throws(LogError) -> OpenedLog {
        try LockedLog(location, disk: disk, expecting: head)
            .begin(boot: boot, writer: writer, moment: moment, ballast: ballast, segmentLimit: segmentLimit)
    }

    /// The old file is not written any more, not even to give back the space it had reserved.
    func goOnAfterDamage(_ contents: LogContents, moment: LogMoment) throws(LogError) {
        reservedSize = durableSize
        let damage = KnownDamage(
            after: (contents.last.record, contents.last.leaf),
            gap: contents.gap,
            marks: Set(contents.damage.map(\.mark))
        )
        try goOn(with: [], reason: .damage, damage: damage, moment: moment)
    }

    /// Brings the file to the end of its last good line, all of it on disk.
    func recover(_ contents: LogContents) throws(LogError) -> OpenedLog.CutTail? {
        let segment = contents.lastSegment
        do throws(DiskError) {
            try rewriteUnproven(segment)
            var cut: OpenedLog.CutTail?
            let tail = Array(segment.bytes[segment.goodEnd...])
            if !tail.isEmpty {
                let quarantine = Quarantine(location: location, disk: disk)
                let kept = try quarantine.keepTail(tail, segmentPath: segment.path, offset: segment.goodEnd)
                try disk.truncate(file, to: segment.goodEnd)
                cut = .init(offset: segment.goodEnd, byteCount: tail.count, sha256: LogHash(of: tail), keptAs: kept)
            }
            try disk.sync(file)
            try disk.syncDirectory(disk.parentDirectory(of: segment.path) ?? "/")
            return cut
        } catch {
            throw .disk(error)
        }
    }

    /// Writes good lines that no later record proves durable over themselves, with the very same bytes.
    ///
    /// If an earlier process saw a flush fail, these pages may be marked clean without being on disk, and no
    /// flush would ever write them; written again, they are dirty again. What is on disk already does not change.
    private func rewriteUnproven(_ segment: LogContents.LastSegment) throws(DiskError) {
        guard segment.unprovenStart < segment.goodEnd else { return }
        let bytes = Array(segment.bytes[segment.unprovenStart..<segment.goodEnd])
        try disk.writeWhole(file, bytes, at: segment.unprovenStart)
    }
}
