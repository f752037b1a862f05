extension LogWriter {
    /// Bytes after which a log goes on in a new segment: few enough to be read at once on any machine.
    package static let usualSegmentLimit = 64 << 20

    /// What is known to be wrong when a segment begins because of damage.
    struct KnownDamage {
        /// The last whole record in the files, and its leaf.
        var after: (record: Int, leaf: LogHash)
        var gap: String
        var marks: Set<String>
    }

    /// Begins a new segment with `drafts`, in the log's own directory or else on the other disk.
    ///
    /// Header and records become the file's first bytes under another name, are flushed, and get their name then: the
    /// segment is there with all of it or not at all.
    ///
    /// - Throws: the first failure, if no place takes the segment; everything may be tried again.
    @discardableResult
    func goOn(
        with drafts: [RecordDraft],
        reason: SegmentReason,
        damage: KnownDamage? = nil,
        moment: LogMoment? = nil
    ) throws(LogError) -> Int {
        let after = damage?.after ?? (record: durableRecord, leaf: lastLeaf)
        let body = SegmentHeader(
            log: header,
            reason: reason,
            after: after.record,
            gap: damage?.gap ?? "",
            known: damage?.marks ?? []
        ).body
        let header = RecordDraft(
            kind: LogFormat.Kind.segment,
            utcMicros: moment?.utcMicros ?? drafts.first?.utcMicros ?? 0,
            bootMicros: moment?.bootMicros ?? drafts.first?.bootMicros ?? 0,
            body: body
        )
        try header.check()
        encoder.reset()
        let leaf = encoder.append(header, number: durableRecord + 1, durable: durableRecord, previous: after.leaf)
        let leaves =
            [leaf]
            + encoder.append(drafts, number: durableRecord + 2, durable: durableRecord, previous: leaf)
        let made: (segment: LogSegment, file: DiskFile)
        do throws(DiskError) {
            made = try makeSegment()
        } catch {
            // A segment may be there although its making failed, and would speak against what came after it here.
            state = .abandoned(error)
            throw .failed(path: path, cause: error)
        }
        if case .open = state, reservedSize > durableSize { try? disk.truncate(file, to: durableSize) }
        disk.close(file)
        (file, path, state) = (made.file, made.segment.path, .open)
        durableSize = encoder.buffer.count
        reservedSize = durableSize
        advance(by: [header] + drafts, leaves)
        return durableRecord
    }

    /// Begins the next segment now if the next append would.
    package func beginNextSegmentIfFull(at moment: LogMoment) throws(LogError) {
        guard case .open = state, durableSize >= segmentLimit else { return }
        try goOn(with: [], reason: .size, moment: moment)
    }

    /// - Throws: what the log's own directory said.
    private func makeSegment() throws(DiskError) -> (LogSegment, DiskFile) {
        do throws(DiskError) {
            return try makeSegment(in: location.directory)
        } catch {
            if error.isOutOfSpace, ballast?.release() == true, let made = try? makeSegment(in: location.directory) {
                return made
            }
            if let fallback = location.fallback, let made = try? makeSegment(in: fallback) { return made }
            throw error
        }
    }

    /// Each attempt takes a number, since a name may be there although its making was reported to have failed.
    private func makeSegment(in directory: String) throws(DiskError) -> (LogSegment, DiskFile) {
        if directory != location.directory { try disk.makeDirectories(directory) }
        segmentNumber += 1
        while try disk.item(at: "\(directory)/\(location.segmentName(segmentNumber))") != nil { segmentNumber += 1 }
        let path = "\(directory)/\(location.segmentName(segmentNumber))"
        return (LogSegment(number: segmentNumber, path: path), try disk.createNamed(path, encoder.buffer))
    }
}

extension Disk {
    /// Creates a file with `bytes` and returns it open and locked, the bytes on disk before the name, and the name too.
    func createNamed(_ path: String, _ bytes: [UInt8]) throws(DiskError) -> DiskFile {
        let temporary = path + ".tmp"
        // What an earlier attempt left was never acknowledged.
        if try item(at: temporary) != nil { try remove(temporary) }
        let file = try open(temporary, for: .creating)
        do throws(DiskError) {
            try lock(file)
            try writeWhole(file, bytes, at: 0)
            try sync(file)
            try rename(temporary, to: path)
            try syncDirectory(parentDirectory(of: path) ?? "/")
        } catch {
            close(file)
            try? remove(temporary)
            throw error
        }
        return DiskFile(descriptor: file.descriptor, path: path)
    }
}
