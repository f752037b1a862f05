/// Appends records to one log and has exactly one owner at a time.
///
/// `append` returns when the records are on disk. After a failed flush the kernel may call pages clean that never
/// reached the disk, and reading them back proves nothing (Rebello et al., USENIX ATC 2020), so such a failure is
/// final: nothing is ever written through this writer again.
package final class LogWriter {
    package let location: LogLocation
    package let path: String

    /// The highest record known to be on disk.
    package private(set) var durableRecord: Int

    /// Set when the disk has refused to reserve space ahead: it is nearly full, while appending still works.
    package private(set) var isLowOnSpace = false

    private enum State {
        case open
        case failed(DiskError)
        case closed
    }

    private let disk: any Disk
    private let file: DiskFile
    private var state = State.open
    private var encoder = LineEncoder()
    private var durableSize: Int
    private var reservedSize: Int
    private var lastLeaf: LogHash

    /// Space is reserved in steps of this many bytes, about 800 records, so that a full disk is noticed early.
    private static let reservationStep = 256 * 1024

    /// Takes over an open, locked file that ends with the durable record `durableRecord`.
    init(
        location: LogLocation,
        path: String,
        disk: any Disk,
        file: DiskFile,
        durableRecord: Int,
        durableSize: Int,
        lastLeaf: LogHash
    ) {
        self.location = location
        self.path = path
        self.disk = disk
        self.file = file
        self.durableRecord = durableRecord
        self.durableSize = durableSize
        self.lastLeaf = lastLeaf
        reservedSize = durableSize
    }

    deinit {
        close()
    }

    /// Appends all of `drafts` with one write and one flush and returns the number of the last record.
    ///
    /// If it throws, none of them counts as recorded; `LogError.canRetry` tells whether the same drafts may be
    /// given to this writer again.
    @discardableResult
    package func append(_ drafts: [RecordDraft]) throws(LogError) -> Int {
        switch state {
        case .open: break
        case .failed(let cause): throw .failed(path: path, cause: cause)
        case .closed: throw .closed(path: path)
        }
        for draft in drafts { try draft.check() }
        guard !drafts.isEmpty else { return durableRecord }
        let leaf = format(drafts)
        let size = encoder.buffer.count
        reserve(size)
        try write()
        do throws(DiskError) {
            try disk.syncData(file)
        } catch {
            throw fail(error)
        }
        durableRecord += drafts.count
        durableSize += size
        lastLeaf = leaf
        return durableRecord
    }

    /// Gives back unused reserved space and the lock; appending afterwards throws.
    package func close() {
        switch state {
        case .open:
            if reservedSize > durableSize { try? disk.truncate(file, to: durableSize) }
        case .failed: break
        case .closed: return
        }
        disk.close(file)
        state = .closed
    }

    private func format(_ drafts: [RecordDraft]) -> LogHash {
        encoder.reset()
        var leaf = lastLeaf
        for (index, draft) in drafts.enumerated() {
            leaf = encoder.append(draft, number: durableRecord + 1 + index, durable: durableRecord, previous: leaf)
        }
        return leaf
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
    private func write() throws(LogError) {
        do throws(DiskError) {
            try disk.writeWhole(file, encoder.buffer, at: durableSize)
        } catch let cause {
            do throws(DiskError) {
                try disk.truncate(file, to: durableSize)
            } catch {
                throw fail(cause)
            }
            reservedSize = durableSize
            guard cause.isOutOfSpace else { throw fail(cause) }
            throw .disk(cause)
        }
    }

    private func fail(_ cause: DiskError) -> LogError {
        state = .failed(cause)
        return .failed(path: path, cause: cause)
    }
}
