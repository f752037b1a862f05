import EventLog

/// The real disk, counting what it is asked for; for one thread.
final class CountingDisk: Disk, @unchecked Sendable {
    private let disk = SystemDisk()
    private(set) var writes = 0
    private(set) var flushes = 0

    func write(_ file: DiskFile, _ bytes: UnsafeRawBufferPointer, at offset: Int) throws(DiskError) -> Int {
        writes += 1
        return try disk.write(file, bytes, at: offset)
    }

    func syncData(_ file: DiskFile) throws(DiskError) {
        flushes += 1
        try disk.syncData(file)
    }

    func sync(_ file: DiskFile) throws(DiskError) {
        flushes += 1
        try disk.sync(file)
    }

    func syncDirectory(_ path: String) throws(DiskError) {
        flushes += 1
        try disk.syncDirectory(path)
    }

    func open(_ path: String, for use: DiskUse) throws(DiskError) -> DiskFile { try disk.open(path, for: use) }
    func close(_ file: DiskFile) { disk.close(file) }
    func lock(_ file: DiskFile) throws(DiskError) { try disk.lock(file) }
    func size(of file: DiskFile) throws(DiskError) -> Int { try disk.size(of: file) }

    func read(_ file: DiskFile, into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(DiskError) -> Int {
        try disk.read(file, into: buffer, at: offset)
    }

    func reserve(_ file: DiskFile, _ range: Range<Int>) throws(DiskError) { try disk.reserve(file, range) }
    func permissions(of file: DiskFile) throws(DiskError) -> UInt32 { try disk.permissions(of: file) }
    func protect(_ file: DiskFile) throws(DiskError) { try disk.protect(file) }
    func truncate(_ file: DiskFile, to size: Int) throws(DiskError) { try disk.truncate(file, to: size) }
    func makeDirectory(_ path: String) throws(DiskError) { try disk.makeDirectory(path) }
    func rename(_ path: String, to newPath: String) throws(DiskError) { try disk.rename(path, to: newPath) }
    func remove(_ path: String) throws(DiskError) { try disk.remove(path) }
    func list(_ path: String) throws(DiskError) -> [String] { try disk.list(path) }
    func item(at path: String) throws(DiskError) -> DiskItem? { try disk.item(at: path) }
}
