/// Attachments named by their own SHA-256: `ab/cdef…` under one directory.
///
/// A blob is durable before the record that names it is written, so a record never points at nothing.
package struct BlobStore: Sendable {
    package let root: String
    private let disk: any Disk

    package init(root: String, disk: any Disk) {
        self.root = root
        self.disk = disk
    }

    /// Where the blob of that name stands.
    package func path(of name: LogHash) -> String {
        let hex = name.hex
        return "\(root)/\(hex.prefix(2))/\(hex.dropFirst(2))"
    }

    /// Stores `bytes` and returns their name; storing the same again changes nothing.
    ///
    /// Other bytes under that name are kept beside it, under what they are: `cdef….altered-1a2b3c4d`.
    package func put(_ bytes: [UInt8]) throws(BlobError) -> LogHash {
        let name = LogHash(of: bytes)
        let path = path(of: name)
        do throws(DiskError) {
            try disk.makeDirectories("\(root)/\(name.hex.prefix(2))")
            do throws(DiskError) {
                try DurableFile.create(path, bytes, on: disk)
            } catch  where error.isExisting {
                let other = LogHash(of: try disk.readWhole(path))
                try disk.rename(path, to: "\(path).altered-\(other.hex.prefix(8))")
                try DurableFile.create(path, bytes, on: disk)
            }
        } catch {
            throw .disk(error)
        }
        return name
    }

    /// The bytes of that name, verified against it.
    package func get(_ name: LogHash) throws(BlobError) -> [UInt8] {
        let path = path(of: name)
        let bytes: [UInt8]
        do throws(DiskError) {
            bytes = try disk.readWhole(path)
        } catch {
            throw error.isMissing ? .missing(path: path) : .disk(error)
        }
        guard LogHash(of: bytes) == name else { throw .altered(path: path) }
        return bytes
    }
}
