/// A file that holds nothing but space, to be given up when a disk is full.
///
/// It lets the sessions in progress go on for some thousand entries after everything else has failed, while somebody
/// frees space.
package struct Ballast: Sendable {
    package let path: String
    private let disk: any Disk

    /// Space for about 25,000 records.
    package static let byteCount = 8 << 20

    package init(path: String, disk: any Disk) {
        self.path = path
        self.disk = disk
    }

    /// Takes the space, if there is twice as much, so that a disk that is nearly full is not filled by this.
    ///
    /// - Returns: whether it is held.
    package func hold() throws(DiskError) -> Bool {
        let file = try opened()
        defer { disk.close(file) }
        guard try disk.size(of: file) < Self.byteCount else { return true }
        do throws(DiskError) {
            try disk.reserve(file, 0..<2 * Self.byteCount)
            try disk.truncate(file, to: 2 * Self.byteCount)
            try disk.truncate(file, to: Self.byteCount)
            return true
        } catch {
            try disk.truncate(file, to: 0)
            guard error.isOutOfSpace || error.isUnsupported else { throw error }
            return false
        }
    }

    /// Gives the space up.
    ///
    /// - Returns: whether there was any.
    package func release() -> Bool {
        do throws(DiskError) {
            let file = try disk.open(path, for: .updating)
            defer { disk.close(file) }
            guard try disk.size(of: file) > 0 else { return false }
            try disk.truncate(file, to: 0)
            // A file system may give the blocks to others only after its own journal is on disk.
            try disk.sync(file)
            return true
        } catch {
            return false
        }
    }

    private func opened() throws(DiskError) -> DiskFile {
        do throws(DiskError) {
            return try disk.open(path, for: .updating)
        } catch {
            guard error.isMissing else { throw error }
            return try disk.open(path, for: .creating)
        }
    }
}
