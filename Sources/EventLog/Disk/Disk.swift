/// Everything the log asks of a disk, and nothing else.
///
/// All input and output of this target goes through one value of this kind, so that tests can put a disk
/// underneath that tears, loses, refuses and lies. Paths are absolute or relative to the working directory.
package protocol Disk: Sendable {
    /// Opens a file; it is never inherited by a child process.
    func open(_ path: String, for use: DiskUse) throws(DiskError) -> DiskFile

    /// Gives the descriptor back; whatever was not synced stays in doubt.
    func close(_ file: DiskFile)

    /// Takes the one exclusive lock of the file, which ends with the descriptor, or throws `EWOULDBLOCK`.
    func lock(_ file: DiskFile) throws(DiskError)

    /// The size in bytes.
    func size(of file: DiskFile) throws(DiskError) -> Int

    /// Reads up to the buffer's length at `offset` and returns how much; 0 is the end of the file.
    func read(_ file: DiskFile, into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(DiskError) -> Int

    /// Writes at `offset` and returns how much was taken, which may be less than given.
    func write(_ file: DiskFile, _ bytes: UnsafeRawBufferPointer, at offset: Int) throws(DiskError) -> Int

    /// Reserves blocks for `range` without changing the size.
    func reserve(_ file: DiskFile, _ range: Range<Int>) throws(DiskError)

    /// Cuts the file to `size` bytes.
    func truncate(_ file: DiskFile, to size: Int) throws(DiskError)

    /// Makes the bytes, and the size needed to read them, durable.
    func syncData(_ file: DiskFile) throws(DiskError)

    /// Makes bytes and all metadata of the file durable; not its name.
    func sync(_ file: DiskFile) throws(DiskError)

    /// The permission bits, such as `0o600`.
    func permissions(of file: DiskFile) throws(DiskError) -> UInt32

    /// Takes everybody's right to write, and others' right to read, from a file: `0o400`.
    func protect(_ file: DiskFile) throws(DiskError)

    /// Makes the names in a directory durable.
    func syncDirectory(_ path: String) throws(DiskError)

    /// Makes one directory, readable by its owner alone.
    func makeDirectory(_ path: String) throws(DiskError)

    /// Gives a file another name in one step, replacing whatever had it.
    func rename(_ path: String, to newPath: String) throws(DiskError)

    /// Takes a file's name away.
    func remove(_ path: String) throws(DiskError)

    /// The names in a directory, sorted, without `.` and `..`.
    func list(_ path: String) throws(DiskError) -> [String]

    /// What stands at a path, or where a link there leads; nil if nothing does.
    func item(at path: String) throws(DiskError) -> DiskItem?

    /// Whether a link stands at a path, wherever it leads.
    func isLink(_ path: String) throws(DiskError) -> Bool
}
