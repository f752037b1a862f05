import EventLog
import Glibc

/// A directory of its own for one measurement; it goes with everything in it when the measurement is over.
final class ScratchDirectory {
    let path: String

    /// Makes it inside `parent`, whose file system is the one that is measured.
    init(in parent: String) throws(BenchmarkError) {
        var template = Array("\(parent)/vigil-benchmark-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
        }
        guard let made else { throw .failed("no directory could be made in \(parent): errno \(errno)") }
        path = made
    }

    deinit { Self.remove(path) }

    private static func remove(_ path: String) {
        let disk = SystemDisk()
        for name in (try? disk.list(path)) ?? [] {
            let inner = "\(path)/\(name)"
            if case .directory? = try? disk.item(at: inner) { remove(inner) } else { unlink(inner) }
        }
        rmdir(path)
    }
}
