/// Appends records to one log and has exactly one owner at a time.
///
/// `append` returns when the records are on disk. After a failed flush the kernel may call pages clean that never
/// reached the disk, and reading them back proves nothing (Rebello et al., USENIX ATC 2020), so such a failure is
/// final for its file: the log goes on in a new one, which begins with what the old one did not take.
package final class LogWriter {
    package let location: LogLocation

    /// The segment that is written at present.
    package internal(set) var path: String

    /// The highest record known to be on disk.
    package internal(set) var durableRecord: Int

    /// The tree over all records, kept for whoever sets it to what it was before the next append.
    package var tree: MerkleTree?

    /// Set when the disk has refused to reserve space ahead: it is nearly full, while appending still works.
    package private(set) var isLowOnSpace = false

    enum State {
        case open
        /// Nothing is written to the present file any more.
        case abandoned(DiskError)
        case closed
    }

    let disk: any Disk
    let header: LogHeader
    let ballast: Ballast?
    var file: DiskFile
    var state = State.open
    var encoder = LineEncoder()
    var durableSize: Int
    var reservedSize: Int
    var lastLeaf: LogHash
    var lastEvent: Int
    var segmentNumber: Int
    let segmentLimit: Int

    /// Space is reserved in steps of this many bytes, about 800 records, so that a full disk is noticed early.
    private static let reservationStep = 256 * 1024

    /// Takes over an open, locked file that ends with the durable record `end.record`.
    init(
        location: LogLocation,
        header: LogHeader,
        segment: LogSegment,
        file: DiskFile,
        end: (record: Int, leaf: LogHash, event: Int, size: Int),
        disk: any Disk,
        ballast: Ballast?,
        segmentLimit: Int
    ) {
        self.location = location
        self.header = header
        self.disk = disk
        self.ballast = ballast
        self.file = file
        self.segmentLimit = segmentLimit
        path = segment.path
        segmentNumber = segment.number
        durableRecord = end.record
        durableSize = end.size
        lastLeaf = end.leaf
        lastEvent = end.event
        reservedSize = durableSize
    }

    deinit {
        close()
    }

    /// How far the log has got.
    package var head: LogHead {
        LogHead(logID: header.logID, record: durableRecord, event: lastEvent, leaf: lastLeaf)
    }

    /// The leaf of the last record.
    package var headLeaf: LogHash { lastLeaf }

    /// Checks drafts and appends them.
    @discardableResult
    package func append(_ drafts: [RecordDraft]) throws(LogError) -> Int { try append(RecordBatch(drafts)) }

    /// Appends a batch with one write and one flush and returns the number of the last record.
    ///
    /// If it throws, none of it counts as recorded, and the same batch may be given again once the cause is gone.
    @discardableResult
    package func append(_ batch: RecordBatch) throws(LogError) -> Int {
        let drafts = batch.drafts
        switch state {
        case .open: break
        case .abandoned:
            guard !drafts.isEmpty else { return durableRecord }
            return try goOn(with: drafts, reason: .writeFailed)
        case .closed: throw .closed(path: path)
        }
        guard !drafts.isEmpty else { return durableRecord }
        if durableSize >= segmentLimit { return try goOn(with: drafts, reason: .size) }
        encoder.reset()
        let leaves = encoder.append(drafts, number: durableRecord + 1, durable: durableRecord, previous: lastLeaf)
        let size = encoder.buffer.count
        reserve(size)
        do throws(DiskError) {
            try write()
            try disk.syncData(file)
        } catch {
            if case .open = state, error.isOutOfSpace, error.call != "fdatasync" { throw .disk(error) }
            state = .abandoned(error)
            return try goOn(with: drafts, reason: .writeFailed)
        }
        durableSize += size
        advance(by: drafts, leaves)
        return durableRecord
    }

    /// Gives back unused reserved space and the lock; appending afterwards throws.
    package func close() {
        switch state {
        case .open:
            if reservedSize > durableSize { try? disk.truncate(file, to: durableSize) }
        case .abandoned: break
        case .closed: return
        }
        disk.close(file)
        state = .closed
    }

    func advance(by drafts: [RecordDraft], _ leaves: [LogHash]) {
        durableRecord += drafts.count
        for leaf in leaves {
            lastLeaf = leaf
            tree?.append(leaf)
        }
        for draft in drafts { lastEvent = max(lastEvent, draft.event ?? -1) }
    }

    /// A refusal is only an early warning: the write itself may still find room.
    private func reserve(_ byteCount: Int) {
        let needed = durableSize + byteCount
        guard needed > reservedSize else { return }
        let steps = (needed - durableSize + Self.reservationStep - 1) / Self.reservationStep
        let end = durableSize + steps * Self.reservationStep
        do throws(DiskError) {
            try disk.reserve(file, durableSize..<end)
            isLowOnSpace = false
        } catch {
            isLowOnSpace = error.isOutOfSpace
        }
        reservedSize = end
    }

    /// Writes the formatted lines; if that fails, takes back what was written of them.
    ///
    /// On a full disk the ballast goes before an entry is refused. If the lines cannot be taken back the file is
    /// abandoned.
    private func write() throws(DiskError) {
        var isBallastGone = false
        while true {
            do throws(DiskError) {
                return try disk.writeWhole(file, encoder.buffer, at: durableSize)
            } catch let cause {
                do throws(DiskError) {
                    try disk.truncate(file, to: durableSize)
                } catch {
                    state = .abandoned(cause)
                    throw cause
                }
                reservedSize = durableSize
                guard cause.isOutOfSpace else { throw cause }
                isLowOnSpace = true
                guard !isBallastGone, ballast?.release() == true else { throw cause }
                isBallastGone = true
            }
        }
    }
}
