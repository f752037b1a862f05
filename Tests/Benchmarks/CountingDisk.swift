import EventLog

/// The real disk, counting what it is asked for; for one thread.
final class CountingDisk: ForwardingDisk, @unchecked Sendable {
    let underlying: any Disk = SystemDisk()
    private(set) var writes = 0
    private(set) var flushes = 0

    func write(_ file: DiskFile, _ bytes: UnsafeRawBufferPointer, at offset: Int) throws(DiskError) -> Int {
        writes += 1
        return try underlying.write(file, bytes, at: offset)
    }

    func syncData(_ file: DiskFile) throws(DiskError) {
        flushes += 1
        try underlying.syncData(file)
    }

    func sync(_ file: DiskFile) throws(DiskError) {
        flushes += 1
        try underlying.sync(file)
    }

    func syncDirectory(_ path: String) throws(DiskError) {
        flushes += 1
        try underlying.syncDirectory(path)
    }
}
