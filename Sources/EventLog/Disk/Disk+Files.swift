import Glibc

/// Bytes a file may have that is read whole, 1 GiB: more than any session fills, and what a machine holds.
private let wholeFileLimit = 1 << 30

/// Whole-file work made of the disk's single calls.
extension Disk {
    /// Reads a whole file, or its beginning up to `limit` bytes.
    package func readWhole(_ path: String, limit: Int? = nil) throws(DiskError) -> [UInt8] {
        let file = try open(path, for: .reading)
        defer { close(file) }
        return try readWhole(file, limit: limit)
    }

    /// Reads an open file from its start to its end, or to `limit`.
    ///
    /// - Throws: `EOVERFLOW` for a file that is larger than 1 GiB, if no limit is given.
    func readWhole(_ file: DiskFile, limit: Int? = nil) throws(DiskError) -> [UInt8] {
        guard let limit else { return try read(file, 0..<sizeToRead(file)) }
        return try read(file, 0..<min(size(of: file), limit))
    }

    /// The size of an open file, if it may be read whole.
    func sizeToRead(_ file: DiskFile) throws(DiskError) -> Int {
        let size = try size(of: file)
        guard size <= wholeFileLimit else { throw DiskError(call: "read", path: file.path, code: EOVERFLOW) }
        return size
    }

    /// Reads a range of an open file, or what there is of it.
    func read(_ file: DiskFile, _ range: Range<Int>) throws(DiskError) -> [UInt8] {
        var failure: DiskError?
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
            askForLargePages(UnsafeMutableRawBufferPointer(buffer))
            do throws(DiskError) {
                while filled < range.count {
                    let rest = UnsafeMutableRawBufferPointer(
                        UnsafeMutableBufferPointer(rebasing: buffer[filled..<range.count])
                    )
                    let count = try read(file, into: rest, at: range.lowerBound + filled)
                    if count == 0 { break }
                    filled += count
                }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// A fault for every 4 KiB is an eighth of what verifying a long log costs; where the kernel says no, it is paid.
    private func askForLargePages(_ memory: UnsafeMutableRawBufferPointer) {
        let page = 2 << 20
        guard memory.count >= 2 * page, let start = memory.baseAddress else { return }
        let offset = (page - Int(bitPattern: start) % page) % page
        madvise(start + offset, (memory.count - offset) / page * page, MADV_HUGEPAGE)
    }

    /// The size of a file, in bytes.
    package func size(ofFileAt path: String) throws(DiskError) -> Int {
        let file = try open(path, for: .reading)
        defer { close(file) }
        return try size(of: file)
    }

    /// Writes all of `bytes` at `offset`, going on after short writes.
    func writeWhole(_ file: DiskFile, _ bytes: UnsafeRawBufferPointer, at offset: Int) throws(DiskError) {
        var written = 0
        while written < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
            written += try write(file, rest, at: offset + written)
        }
    }

    /// Writes all of `bytes` into a new file.
    package func writeWhole(_ file: DiskFile, _ bytes: [UInt8]) throws(DiskError) {
        try writeWhole(file, bytes, at: 0)
    }

    /// The directory a path stands in.
    package func parent(of path: String) -> String { parentDirectory(of: path) ?? "/" }

    func writeWhole(_ file: DiskFile, _ bytes: [UInt8], at offset: Int) throws(DiskError) {
        try bytes.withUnsafeBufferPointer { buffer throws(DiskError) in
            try writeWhole(file, UnsafeRawBufferPointer(buffer), at: offset)
        }
    }

    /// Makes a directory and whatever is missing above it, each name durable before the next is made.
    ///
    /// The deepest directory already there is made durable too: an earlier run may have died between making it
    /// and syncing its name.
    package func makeDirectories(_ path: String) throws(DiskError) {
        var missing: [String] = []
        var current = path
        while try item(at: current) == nil {
            missing.append(current)
            guard let parent = parentDirectory(of: current) else { break }
            current = parent
        }
        if let parent = parentDirectory(of: current) {
            do throws(DiskError) {
                try syncDirectory(parent)
            } catch {
                // Above the home a directory may be closed to us; then it was not us who made what is in it.
                guard error.isForbidden else { throw error }
            }
        }
        for directory in missing.reversed() {
            do throws(DiskError) {
                try makeDirectory(directory)
            } catch {
                guard error.isExisting else { throw error }
            }
            if let parent = parentDirectory(of: directory) { try syncDirectory(parent) }
        }
    }

    /// The directory a path stands in; nil for the root and for `.`.
    func parentDirectory(of path: String) -> String? {
        guard path != "/", path != "." else { return nil }
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
