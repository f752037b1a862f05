import Glibc
import Journal

/// The newest sign of life of a station, in a file of its own: how the next start knows how long it was off.
///
/// Writing it is also how a full or failing disk is noticed before a patient is checked in.
package struct Heartbeat: Hashable, Sendable {
    package var utcMicros: Int64

    /// Reads the last sign of life; nil where there is none that can be read.
    package static func last(in home: StationHome) -> Heartbeat? {
        guard let text = try? FileText.read(home.alivePath, limit: 64), let number = text.split(separator: " ").first,
            let utcMicros = Int64(number)
        else { return nil }
        return Heartbeat(utcMicros: utcMicros)
    }

    /// Writes the sign of life and waits until it is on disk.
    func write(in home: StationHome) throws(StationError) {
        let path = home.alivePath
        func fail(_ call: String) -> StationError {
            StationError(
                call: call,
                on: path,
                code: errno,
                cure: "free space or make the directory writable; chart on paper until then"
            )
        }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw fail("open") }
        defer { close(descriptor) }
        // Always as long, so that a shorter one never leaves digits of a longer one behind.
        let digits = String(utcMicros)
        let bytes = Array((String(repeating: "0", count: max(0, 20 - digits.utf8.count)) + digits + " \n").utf8)
        guard pwrite(descriptor, bytes, bytes.count, 0) == bytes.count else { throw fail("write") }
        guard fdatasync(descriptor) == 0 else { throw fail("fdatasync") }
    }
}
