import EventLog
import Glibc

extension DiskState {
    mutating func syncDirectory(_ path: String) throws(DiskError) {
        guard directories[path] != nil else { throw error("fsync", path, ENOENT) }
        if faults.ignoredCalls.contains("fsync directory") { return }
        directories[path]?.sync()
    }

    mutating func makeDirectory(_ path: String) throws(DiskError) {
        let (parent, name) = Self.split(path)
        guard let names = directories[parent]?.current else { throw error("mkdir", path, ENOENT) }
        guard names[name] == nil else { throw error("mkdir", path, EEXIST) }
        directories[parent]?.change([name: .directory])
        directories[path] = Directory()
    }

    /// Within one directory, as the log uses it: there a rename is one change.
    mutating func rename(_ path: String, to newPath: String) throws(DiskError) {
        let (directory, name) = Self.split(path)
        let (newDirectory, newName) = Self.split(newPath)
        precondition(directory == newDirectory, "the log renames within one directory alone")
        guard let node = directories[directory]?.current[name] else { throw error("rename", path, ENOENT) }
        directories[directory]?.change([name: Node?.none, newName: node])
    }

    mutating func remove(_ path: String) throws(DiskError) {
        let (directory, name) = Self.split(path)
        guard case .file = directories[directory]?.current[name] else { throw error("unlink", path, ENOENT) }
        directories[directory]?.change([name: Node?.none])
    }

    func list(_ path: String) throws(DiskError) -> [String] {
        guard let directory = directories[path] else { throw error("opendir", path, ENOENT) }
        return directory.current.keys.sorted()
    }

    func item(at path: String) -> DiskItem? {
        if path == "/" { return .directory }
        let (directory, name) = Self.split(path)
        return switch directories[directory]?.current[name] {
        case .file: .file
        case .directory: .directory
        case nil: nil
        }
    }

    func inode(at path: String) -> DiskInode? {
        let (directory, name) = Self.split(path)
        guard case .file(let number) = directories[directory]?.current[name] else { return nil }
        return inodes[number]
    }

    mutating func place(_ path: String, _ bytes: [UInt8], permissions: UInt32) {
        let (directory, name) = Self.split(path)
        makeDurable(directory)
        let number = (inodes.keys.max() ?? 0) + 1_000_000
        inodes[number] = DiskInode(durable: bytes)
        inodes[number]?.permissions = permissions
        directories[directory]?.change([name: .file(number)])
        directories[directory]?.sync()
    }

    private mutating func makeDurable(_ path: String) {
        guard path != "/", directories[path] == nil else { return }
        let (parent, name) = Self.split(path)
        makeDurable(parent)
        directories[path] = Directory()
        directories[parent]?.change([name: .directory])
        directories[parent]?.sync()
    }

    var filePaths: [String] {
        directories.flatMap { path, directory in
            directory.current.compactMap { name, node in
                if case .file = node { (path == "/" ? "" : path) + "/" + name } else { nil }
            }
        }.sorted()
    }

    static func split(_ path: String) -> (directory: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let directory = slash == path.startIndex ? "/" : String(path[..<slash])
        return (directory, String(path[path.index(after: slash)...]))
    }
}
