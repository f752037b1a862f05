import Glibc
import Synchronization

/// Creates files that are either wholly there or not there at all, whatever happens in between.
package enum DurableFile {
    /// Creates a file with `bytes` in an existing directory, or makes sure it is there already with just these bytes.
    ///
    /// The bytes are on disk before the name is, and the name before this returns. A file with other bytes is
    /// left as it is, and the call throws `EEXIST`.
    package static func create(_ path: String, _ bytes: [UInt8], on disk: any Disk) throws(DiskError) {
        let directory = disk.parentDirectory(of: path) ?? "/"
        if try disk.item(at: path) != nil {
            guard try disk.readWhole(path) == bytes else {
                throw DiskError(call: "create", path: path, code: EEXIST)
            }
            return try disk.syncDirectory(directory)
        }
        try replace(path, bytes, on: disk)
    }

    /// Puts `bytes` under a name in an existing directory in place of whatever had it, in one step.
    package static func replace(_ path: String, _ bytes: [UInt8], on disk: any Disk) throws(DiskError) {
        let file = try createTemporary(beside: path, on: disk)
        defer { disk.close(file) }
        do throws(DiskError) {
            try disk.writeWhole(file, bytes, at: 0)
            try disk.sync(file)
            try disk.rename(file.path, to: path)
        } catch {
            try? disk.remove(file.path)
            throw error
        }
        try disk.syncDirectory(disk.parentDirectory(of: path) ?? "/")
    }

    /// Puts `bytes` under a name in one step, without waiting for the disk: for what can be made again at any time.
    static func cache(_ path: String, _ bytes: [UInt8], on disk: any Disk) throws(DiskError) {
        let file = try createTemporary(beside: path, on: disk)
        defer { disk.close(file) }
        do throws(DiskError) {
            try disk.writeWhole(file, bytes, at: 0)
            try disk.rename(file.path, to: path)
        } catch {
            try? disk.remove(file.path)
            throw error
        }
    }

    /// The name is this process's and this call's own, so that two writers of one file never share it.
    private static func createTemporary(beside path: String, on disk: any Disk) throws(DiskError) -> DiskFile {
        while true {
            let turn = turns.wrappingAdd(1, ordering: .relaxed).newValue
            do throws(DiskError) {
                return try disk.open("\(path).\(getpid())-\(turn).tmp", for: .creating)
            } catch {
                guard error.isExisting else { throw error }
            }
        }
    }

    private static let turns = Atomic<Int>(0)
}
