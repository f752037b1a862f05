package import EventLog
import Glibc

/// A disk in memory that knows what a power cut would leave, and that can be told to refuse, shorten and lie.
///
/// Each file has what programs read and what the platter holds. A sync moves the first into the second; a failed
/// flush does as Linux does: it reports once, calls the pages clean, and loses them at the next power cut.
package final class FaultyDisk: Disk {
    private let state: Monitor<DiskState>

    /// A disk that holds the directory `/home` and nothing else.
    package init(_ faults: DiskFaults = DiskFaults()) {
        state = Monitor(DiskState(faults: faults))
    }

    private init(_ state: DiskState) {
        self.state = Monitor(state)
    }

    /// What goes wrong from now on.
    package func setFaults(_ faults: DiskFaults) {
        state.withLock { $0.faults = faults }
    }

    /// What goes wrong at present.
    package var faults: DiskFaults { state.withLock { $0.faults } }

    /// How many bytes were read from files so far.
    package var bytesRead: Int { state.withLock { $0.bytesRead } }

    /// The names of all calls that change or sync something, in their order.
    package var calls: [String] { state.withLock { $0.calls } }

    /// How often `call` was made.
    package func count(_ call: String) -> Int { calls.filter { $0 == call }.count }

    /// What a program would read from a file now.
    package func contents(_ path: String) -> [UInt8]? {
        state.withLock { $0.inode(at: path)?.current }
    }

    /// Puts a file there, durable at once.
    package func place(_ path: String, _ bytes: [UInt8], permissions: UInt32 = 0o600) {
        state.withLock { $0.place(path, bytes, permissions: permissions) }
    }

    /// The permission bits of a file.
    package func permissions(_ path: String) -> UInt32? {
        state.withLock { $0.inode(at: path)?.permissions }
    }

    /// The paths of all files below `/home`, sorted.
    package var files: [String] { state.withLock { $0.filePaths } }

    /// A disk as it may be found after the power was cut now; the same `seed` cuts in the same way.
    package func afterPowerCut(seed: UInt64) -> FaultyDisk {
        state.withLock { state in
            var choices = RandomChoices(SeededRandom(seed: seed))
            return FaultyDisk(state.afterPowerCut(using: &choices))
        }
    }

    /// Every state a power cut may leave now, up to `limit` of them.
    ///
    /// Each unsynced sector is new, old or trashed, each size that begins or ends a sector is tried, each name that is
    /// not durable is there or not.
    package func allAfterPowerCut(limit: Int, _ body: (FaultyDisk) throws -> Void) rethrows -> Int {
        let state = state.withLock { $0 }
        var choices = EveryChoice()
        var count = 0
        repeat {
            try body(FaultyDisk(state.afterPowerCut(using: &choices)))
            count += 1
        } while choices.advance() && count < limit
        return count
    }

    /// A disk as the next process finds it after this one was killed: nothing is lost, locks are free.
    package func afterKill() -> FaultyDisk {
        state.withLock { FaultyDisk($0.afterKill()) }
    }

    // MARK: Disk

    package func open(_ path: String, for use: DiskUse) throws(DiskError) -> DiskFile {
        try perform("open", path, isCounted: use == .creating) { state throws(DiskError) in
            try state.open(path, for: use)
        }
    }

    package func close(_ file: DiskFile) {
        state.withLock { $0.close(file) }
    }

    package func lock(_ file: DiskFile) throws(DiskError) {
        try perform("flock", file.path, isCounted: false) { state throws(DiskError) in try state.lock(file) }
    }

    package func size(of file: DiskFile) throws(DiskError) -> Int {
        try perform("fstat", file.path, isCounted: false) { state throws(DiskError) in
            try state.inode(of: file).current.count
        }
    }

    package func read(
        _ file: DiskFile,
        into buffer: UnsafeMutableRawBufferPointer,
        at offset: Int
    ) throws(DiskError) -> Int {
        let bytes = try perform("pread", file.path, isCounted: false) { state throws(DiskError) in
            try state.read(file, at: offset, count: buffer.count)
        }
        buffer.copyBytes(from: bytes)
        state.withLock { $0.bytesRead += bytes.count }
        return bytes.count
    }

    package func write(_ file: DiskFile, _ bytes: UnsafeRawBufferPointer, at offset: Int) throws(DiskError) -> Int {
        let bytes = Array(bytes)
        return try perform("pwrite", file.path) { state throws(DiskError) in
            try state.write(file, bytes, at: offset)
        }
    }

    package func reserve(_ file: DiskFile, _ range: Range<Int>) throws(DiskError) {
        try perform("fallocate", file.path) { state throws(DiskError) in try state.reserve(file, range) }
    }

    package func truncate(_ file: DiskFile, to size: Int) throws(DiskError) {
        try perform("ftruncate", file.path) { state throws(DiskError) in try state.truncate(file, to: size) }
    }

    package func syncData(_ file: DiskFile) throws(DiskError) {
        try perform("fdatasync", file.path) { state throws(DiskError) in try state.sync(file, call: "fdatasync") }
    }

    package func sync(_ file: DiskFile) throws(DiskError) {
        try perform("fsync", file.path) { state throws(DiskError) in try state.sync(file, call: "fsync") }
    }

    package func permissions(of file: DiskFile) throws(DiskError) -> UInt32 {
        try perform("fstat", file.path, isCounted: false) { state throws(DiskError) in
            try state.inode(of: file).permissions
        }
    }

    package func protect(_ file: DiskFile) throws(DiskError) {
        try perform("fchmod", file.path) { state throws(DiskError) in try state.protect(file) }
    }

    package func syncDirectory(_ path: String) throws(DiskError) {
        try perform("fsync directory", path) { state throws(DiskError) in try state.syncDirectory(path) }
    }

    package func makeDirectory(_ path: String) throws(DiskError) {
        try perform("mkdir", path) { state throws(DiskError) in try state.makeDirectory(path) }
    }

    package func rename(_ path: String, to newPath: String) throws(DiskError) {
        try perform("rename", path) { state throws(DiskError) in try state.rename(path, to: newPath) }
    }

    package func remove(_ path: String) throws(DiskError) {
        try perform("unlink", path) { state throws(DiskError) in try state.remove(path) }
    }

    package func list(_ path: String) throws(DiskError) -> [String] {
        try perform("opendir", path, isCounted: false) { state throws(DiskError) in try state.list(path) }
    }

    package func item(at path: String) throws(DiskError) -> DiskItem? {
        try perform("stat", path, isCounted: false) { state throws(DiskError) in state.item(at: path) }
    }

    /// The disk in memory knows no links.
    package func isLink(_ path: String) throws(DiskError) -> Bool { false }

    /// Counts the call, lets the faults have their say, then makes it.
    private func perform<Value: Sendable>(
        _ call: String,
        _ path: String,
        isCounted: Bool = true,
        _ body: (inout DiskState) throws(DiskError) -> Value
    ) throws(DiskError) -> Value {
        let result = state.withLock { state -> Result<Value, DiskError> in
            do throws(DiskError) {
                try state.begin(call, path, isCounted: isCounted)
                return .success(try body(&state))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
