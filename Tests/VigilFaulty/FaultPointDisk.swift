import EventLog
import Glibc
import Synchronization

/// The real disk with one fault at a point that a test names: the calls of all threads are counted together.
///
/// `VIGIL_FAULT` is `kill@12`, `EIO@12`, `ENOSPC@12` for that call alone, `EIO@12+` from there on, or `count`, which
/// says on stderr at the end how many there were.
struct FaultPointDisk: ForwardingDisk {
    let underlying: any Disk = SystemDisk()
    private let fault: Fault

    private struct Fault {
        var point: Int
        var isLasting: Bool
        /// The code the call fails with; nil where the process is killed.
        var code: Int32?
    }

    private static let calls = Atomic<Int>(0)

    /// Nil for a text that names no fault.
    init?(_ text: String) {
        if text == "count" {
            fault = Fault(point: .max, isLasting: false, code: nil)
            atexit(sayHowManyCalls)
            return
        }
        let parts = text.split(separator: "@")
        guard parts.count == 2 else { return nil }
        let isLasting = parts[1].hasSuffix("+")
        guard let point = Int(isLasting ? parts[1].dropLast() : parts[1]) else { return nil }
        switch parts[0] {
        case "kill": fault = Fault(point: point, isLasting: false, code: nil)
        case "EIO": fault = Fault(point: point, isLasting: isLasting, code: EIO)
        case "ENOSPC": fault = Fault(point: point, isLasting: isLasting, code: ENOSPC)
        default: return nil
        }
    }

    private func pass(_ call: String, _ path: String) throws(DiskError) {
        let number = Self.calls.wrappingAdd(1, ordering: .relaxed).newValue
        guard fault.isLasting ? number >= fault.point : number == fault.point else { return }
        guard let code = fault.code else {
            kill(getpid(), SIGKILL)
            return
        }
        throw DiskError(call: call, path: path, code: code)
    }

    fileprivate static var callCount: Int { calls.load(ordering: .relaxed) }

    func open(_ path: String, for use: DiskUse) throws(DiskError) -> DiskFile {
        if case .creating = use { try pass("open", path) }
        return try underlying.open(path, for: use)
    }

    func write(_ file: DiskFile, _ bytes: UnsafeRawBufferPointer, at offset: Int) throws(DiskError) -> Int {
        try pass("pwrite", file.path)
        return try underlying.write(file, bytes, at: offset)
    }

    func truncate(_ file: DiskFile, to size: Int) throws(DiskError) {
        try pass("ftruncate", file.path)
        try underlying.truncate(file, to: size)
    }

    func syncData(_ file: DiskFile) throws(DiskError) {
        try pass("fdatasync", file.path)
        try underlying.syncData(file)
    }

    func sync(_ file: DiskFile) throws(DiskError) {
        try pass("fsync", file.path)
        try underlying.sync(file)
    }

    func syncDirectory(_ path: String) throws(DiskError) {
        try pass("fsync", path)
        try underlying.syncDirectory(path)
    }

    func rename(_ path: String, to newPath: String) throws(DiskError) {
        try pass("rename", path)
        try underlying.rename(path, to: newPath)
    }
}

private func sayHowManyCalls() {
    let text = Array("disk calls: \(FaultPointDisk.callCount)\n".utf8)
    _ = write(STDERR_FILENO, text, text.count)
}
