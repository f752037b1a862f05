/// A disk that stands before another and changes only some of its calls.
package protocol ForwardingDisk: Disk {
    /// The disk that does the work.
    var underlying: any Disk { get }
}

extension ForwardingDisk {
    package func open(_ path: String, for use: DiskUse) throws(DiskError) -> DiskFile {
        try underlying.open(path, for: use)
    }

    package func close(_ file: DiskFile) { underlying.close(file) }
    package func lock(_ file: DiskFile) throws(DiskError) { try underlying.lock(file) }
    package func size(of file: DiskFile) throws(DiskError) -> Int { try underlying.size(of: file) }

    package func read(
        _ file: DiskFile,
        into buffer: UnsafeMutableRawBufferPointer,
        at offset: Int
    ) throws(DiskError) -> Int {
        try underlying.read(file, into: buffer, at: offset)
    }

    package func write(_ file: DiskFile, _ bytes: UnsafeRawBufferPointer, at offset: Int) throws(DiskError) -> Int {
        try underlying.write(file, bytes, at: offset)
    }

    package func reserve(_ file: DiskFile, _ range: Range<Int>) throws(DiskError) {
        try underlying.reserve(file, range)
    }

    package func truncate(_ file: DiskFile, to size: Int) throws(DiskError) { try underlying.truncate(file, to: size) }
    package func syncData(_ file: DiskFile) throws(DiskError) { try underlying.syncData(file) }
    package func sync(_ file: DiskFile) throws(DiskError) { try underlying.sync(file) }
    package func permissions(of file: DiskFile) throws(DiskError) -> UInt32 { try underlying.permissions(of: file) }
    package func protect(_ file: DiskFile) throws(DiskError) { try underlying.protect(file) }
    package func syncDirectory(_ path: String) throws(DiskError) { try underlying.syncDirectory(path) }
    package func makeDirectory(_ path: String) throws(DiskError) { try underlying.makeDirectory(path) }
    package func rename(_ path: String, to newPath: String) throws(DiskError) {
        try underlying.rename(path, to: newPath)
    }
    package func remove(_ path: String) throws(DiskError) { try underlying.remove(path) }
    package func list(_ path: String) throws(DiskError) -> [String] { try underlying.list(path) }
    package func item(at path: String) throws(DiskError) -> DiskItem? { try underlying.item(at: path) }
    package func isLink(_ path: String) throws(DiskError) -> Bool { try underlying.isLink(path) }
}
