import EventLog
import Glibc

/// Everything a `FaultyDisk` holds, without its lock.
struct DiskState: Sendable {
    /// What a name in a directory leads to.
    enum Node: Equatable, Sendable {
        case file(Int)
        case directory
    }

    /// The names of one directory, and the changes to them that are not durable yet, each all or nothing.
    struct Directory: Sendable {
        var current: [String: Node] = [:]
        var durable: [String: Node] = [:]
        var pending: [[String: Node?]] = []

        mutating func change(_ changes: [String: Node?]) {
            for (name, node) in changes { current[name] = node }
            pending.append(changes)
        }

        mutating func sync() {
            durable = current
            pending = []
        }
    }

    var faults: DiskFaults
    var calls: [String] = []
    var bytesRead = 0
    var inodes: [Int: DiskInode] = [:]
    var directories: [String: Directory] = ["/": Directory(), "/home": Directory()]
    private var syncCount = 0
    private var nextInode = 1
    private var nextDescriptor: Int32 = 3
    private var openFiles: [Int32: Int] = [:]
    private var locks: [Int: Int32] = [:]

    init(faults: DiskFaults) {
        self.faults = faults
        directories["/"]?.change(["home": .directory])
        directories["/"]?.sync()
    }

    mutating func begin(_ call: String, _ path: String, isCounted: Bool) throws(DiskError) {
        if isCounted { calls.append(call) }
        if let off = faults.powerOffAtCall, calls.count >= off { throw DiskError(call: call, path: path, code: EIO) }
        if isCounted, let prefix = faults.lostPrefix, path.hasPrefix(prefix) { throw error(call, path, EIO) }
        guard isCounted, let code = faults.failingCalls[calls.count] else { return }
        throw DiskError(call: call, path: path, code: code)
    }

    /// What ends with a process: its descriptors and locks; counting and faults begin anew.
    mutating func endProcess() {
        openFiles = [:]
        locks = [:]
        calls = []
        syncCount = 0
        faults = DiskFaults()
    }

    // MARK: Files

    mutating func open(_ path: String, for use: DiskUse) throws(DiskError) -> DiskFile {
        let (directory, name) = Self.split(path)
        guard let names = directories[directory]?.current else { throw error("open", path, ENOENT) }
        let inode: Int
        switch (names[name], use) {
        case (.file, .creating), (.directory, .creating): throw error("open", path, EEXIST)
        case (.directory, .reading), (.directory, .updating): throw error("open", path, EISDIR)
        case (.file(let number), .reading), (.file(let number), .updating): inode = number
        case (nil, .reading), (nil, .updating): throw error("open", path, ENOENT)
        case (nil, .creating):
            inode = nextInode
            nextInode += 1
            inodes[inode] = DiskInode()
            directories[directory]?.change([name: .file(inode)])
        }
        nextDescriptor += 1
        openFiles[nextDescriptor] = inode
        return DiskFile(descriptor: nextDescriptor, path: path)
    }

    mutating func close(_ file: DiskFile) {
        guard let inode = openFiles.removeValue(forKey: file.descriptor) else {
            preconditionFailure("descriptor \(file.descriptor) of \(file.path) was closed twice")
        }
        if locks[inode] == file.descriptor { locks[inode] = nil }
    }

    mutating func lock(_ file: DiskFile) throws(DiskError) {
        let inode = try number(of: file)
        guard locks[inode] == nil || locks[inode] == file.descriptor else {
            throw error("flock", file.path, EWOULDBLOCK)
        }
        locks[inode] = file.descriptor
    }

    func read(_ file: DiskFile, at offset: Int, count: Int) throws(DiskError) -> [UInt8] {
        let bytes = try inode(of: file).current
        let range = min(offset, bytes.count)..<min(offset + count, bytes.count)
        if faults.unreadable[file.path]?.overlaps(range) == true { throw error("pread", file.path, EIO) }
        return Array(bytes[range])
    }

    mutating func write(_ file: DiskFile, _ bytes: [UInt8], at offset: Int) throws(DiskError) -> Int {
        let number = try number(of: file)
        var inode = try inode(of: file)
        var count = min(bytes.count, faults.longestWrite ?? bytes.count)
        if let limit = faults.spaceLimit {
            let allocated = max(inode.current.count, inode.reservedEnd)
            let free = max(0, limit - usedSpace)
            count = min(count, max(0, allocated + free - offset))
            if count == 0, !bytes.isEmpty { throw error("pwrite", file.path, ENOSPC) }
        }
        inode.write(Array(bytes.prefix(count)), at: offset)
        inodes[number] = inode
        return count
    }

    mutating func reserve(_ file: DiskFile, _ range: Range<Int>) throws(DiskError) {
        let number = try number(of: file)
        let inode = try inode(of: file)
        let growth = range.upperBound - max(inode.current.count, inode.reservedEnd)
        if let limit = faults.spaceLimit, usedSpace + growth > limit { throw error("fallocate", file.path, ENOSPC) }
        inodes[number]?.reservedEnd = max(inode.reservedEnd, range.upperBound)
    }

    mutating func truncate(_ file: DiskFile, to size: Int) throws(DiskError) {
        inodes[try number(of: file)]?.truncate(to: size)
    }

    mutating func protect(_ file: DiskFile) throws(DiskError) {
        inodes[try number(of: file)]?.permissions = 0o400
    }

    mutating func sync(_ file: DiskFile, call: String) throws(DiskError) {
        let number = try number(of: file)
        if faults.ignoredCalls.contains(call) { return }
        syncCount += 1
        if faults.failingSyncs.contains(syncCount) {
            inodes[number]?.failSync()
            throw error(call, file.path, EIO)
        }
        inodes[number]?.sync()
    }

    func inode(of file: DiskFile) throws(DiskError) -> DiskInode {
        guard let inode = inodes[try number(of: file)] else { throw error("use", file.path, EBADF) }
        return inode
    }

    private func number(of file: DiskFile) throws(DiskError) -> Int {
        guard let number = openFiles[file.descriptor] else { throw error("use", file.path, EBADF) }
        return number
    }

    private var usedSpace: Int {
        inodes.values.reduce(0) { $0 + max($1.current.count, $1.reservedEnd) }
    }

    func error(_ call: String, _ path: String, _ code: Int32) -> DiskError {
        DiskError(call: call, path: path, code: code)
    }
}
