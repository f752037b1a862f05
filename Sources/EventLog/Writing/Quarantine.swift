/// Keeps every byte that is taken out of a log's way.
struct Quarantine {
    let location: LogLocation
    let disk: any Disk

    /// Moves files a creation left unfinished out of the way; they were never acknowledged.
    func takeTemporaries() throws(DiskError) {
        let names = try disk.list(location.directory).filter { name in
            name.hasSuffix(".tmp") && location.segmentNumber(of: String(name.dropLast(4))) != nil
        }
        guard !names.isEmpty else { return }
        try disk.makeDirectories(location.quarantineDirectory)
        for name in names {
            let path = "\(location.directory)/\(name)"
            let bytes = try disk.readWhole(path)
            _ = try keep(bytes, named: name)
            try disk.remove(path)
        }
        try disk.syncDirectory(location.directory)
    }

    /// Stores a copy of `bytes` that are to be cut from a segment at `offset` and returns its name.
    func keepTail(_ bytes: [UInt8], segmentPath: String, offset: Int) throws(DiskError) -> String {
        try disk.makeDirectories(location.quarantineDirectory)
        let segment = segmentPath.split(separator: "/").last.map(String.init) ?? segmentPath
        return try keep(bytes, named: "\(segment).\(offset)")
    }

    /// Stores a copy of a whole file that another is to take the place of, and returns its name.
    func keepWhole(_ bytes: [UInt8], named name: String) throws(DiskError) -> String {
        try disk.makeDirectories(location.quarantineDirectory)
        return try keep(bytes, named: name)
    }

    /// The name ends in the hash of the bytes, so that a recovery that was itself interrupted finds its own copy.
    private func keep(_ bytes: [UInt8], named name: String) throws(DiskError) -> String {
        let copy = "\(name).\(LogHash(of: bytes).hex.prefix(16)).bin"
        try DurableFile.create("\(location.quarantineDirectory)/\(copy)", bytes, on: disk)
        return copy
    }
}

extension LogLocation {
    /// Moves a file that contradicts this log into its quarantine, where it stays as evidence.
    package func keepAside(_ path: String, on disk: any Disk) throws(DiskError) {
        let name = path.split(separator: "/").last.map { String($0) } ?? path
        _ = try Quarantine(location: self, disk: disk).keepWhole(try disk.readWhole(path), named: name)
        try disk.remove(path)
        try disk.syncDirectory(directory)
    }
}
