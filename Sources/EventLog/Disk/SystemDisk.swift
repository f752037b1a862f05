import CPlatform
import Glibc

/// The real disk.
///
/// Interrupted calls are made again; every descriptor closes on exec.
package struct SystemDisk: Disk {
    package init() {}

    package func open(_ path: String, for use: DiskUse) throws(DiskError) -> DiskFile {
        let flags =
            switch use {
            case .reading: O_RDONLY
            case .updating: O_RDWR
            case .creating: O_RDWR | O_CREAT | O_EXCL
            }
        // A pipe that somebody put in a file's place is not waited for, and nothing but a file is taken.
        let descriptor = try check("open", path) { Glibc.open(path, flags | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0o600) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            _ = Glibc.close(descriptor)
            throw DiskError(call: "open", path: path, code: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : ENXIO)
        }
        return DiskFile(descriptor: descriptor, path: path)
    }

    /// `close` is not repeated when interrupted: Linux has freed the descriptor by then.
    package func close(_ file: DiskFile) {
        _ = Glibc.close(file.descriptor)
    }

    package func lock(_ file: DiskFile) throws(DiskError) {
        let code = vigil_lock(file.descriptor)
        guard code == 0 else { throw DiskError(call: "flock", path: file.path, code: code) }
    }

    package func size(of file: DiskFile) throws(DiskError) -> Int {
        var status = stat()
        _ = try check("fstat", file.path) { fstat(file.descriptor, &status) }
        return status.st_size
    }

    package func read(
        _ file: DiskFile,
        into buffer: UnsafeMutableRawBufferPointer,
        at offset: Int
    ) throws(DiskError) -> Int {
        try check("pread", file.path) { pread(file.descriptor, buffer.baseAddress, buffer.count, offset) }
    }

    package func write(_ file: DiskFile, _ bytes: UnsafeRawBufferPointer, at offset: Int) throws(DiskError) -> Int {
        try check("pwrite", file.path) { pwrite(file.descriptor, bytes.baseAddress, bytes.count, offset) }
    }

    package func reserve(_ file: DiskFile, _ range: Range<Int>) throws(DiskError) {
        let code = vigil_reserve(file.descriptor, Int64(range.lowerBound), Int64(range.count))
        guard code == 0 else { throw DiskError(call: "fallocate", path: file.path, code: code) }
    }

    package func truncate(_ file: DiskFile, to size: Int) throws(DiskError) {
        _ = try check("ftruncate", file.path) { ftruncate(file.descriptor, size) }
    }

    /// Not repeated on any failure, an interruption included: after a failed flush nothing is known.
    package func syncData(_ file: DiskFile) throws(DiskError) {
        guard fdatasync(file.descriptor) == 0 else { throw DiskError(call: "fdatasync", path: file.path, code: errno) }
    }

    package func sync(_ file: DiskFile) throws(DiskError) {
        guard fsync(file.descriptor) == 0 else { throw DiskError(call: "fsync", path: file.path, code: errno) }
    }

    package func permissions(of file: DiskFile) throws(DiskError) -> UInt32 {
        var status = stat()
        _ = try check("fstat", file.path) { fstat(file.descriptor, &status) }
        return status.st_mode & 0o7777
    }

    package func protect(_ file: DiskFile) throws(DiskError) {
        _ = try check("fchmod", file.path) { fchmod(file.descriptor, 0o400) }
    }

    package func syncDirectory(_ path: String) throws(DiskError) {
        let descriptor = try check("open", path) { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        defer { _ = Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw DiskError(call: "fsync", path: path, code: errno) }
    }

    package func makeDirectory(_ path: String) throws(DiskError) {
        _ = try check("mkdir", path) { mkdir(path, 0o700) }
    }

    package func rename(_ path: String, to newPath: String) throws(DiskError) {
        _ = try check("rename", path) { Glibc.rename(path, newPath) }
    }

    package func remove(_ path: String) throws(DiskError) {
        _ = try check("unlink", path) { unlink(path) }
    }

    package func list(_ path: String) throws(DiskError) -> [String] {
        guard let stream = opendir(path) else { throw DiskError(call: "opendir", path: path, code: errno) }
        defer { closedir(stream) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw DiskError(call: "readdir", path: path, code: errno) }
        return names.sorted()
    }

    package func item(at path: String) throws(DiskError) -> DiskItem? {
        var status = stat()
        do throws(DiskError) {
            _ = try check("stat", path) { stat(path, &status) }
        } catch {
            if error.isMissing { return nil }
            throw error
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .directory
        default: return .other
        }
    }

    package func isLink(_ path: String) throws(DiskError) -> Bool {
        var status = stat()
        _ = try check("lstat", path) { lstat(path, &status) }
        return status.st_mode & S_IFMT == S_IFLNK
    }

    /// Makes the call until it is not interrupted.
    private func check<Result: SignedInteger>(
        _ call: String,
        _ path: String,
        _ body: () -> Result
    ) throws(DiskError) -> Result {
        while true {
            let result = body()
            if result >= 0 { return result }
            guard errno == EINTR else { throw DiskError(call: call, path: path, code: errno) }
        }
    }
}
