import Canvas
import Glibc

/// Milliseconds of a clock that never goes back; only differences mean anything.
func monotonicMillis() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}

/// The system's words for an error number.
func systemMessage(_ code: Int32) -> String {
    String(cString: strerror(code))
}

/// A variable of the environment; nil where it is absent or empty.
func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
}

/// Writes all bytes to a descriptor that blocks; gives up silently, because there is nobody else to tell.
func writeAll(_ bytes: some Collection<UInt8>, to fd: Int32) {
    let bytes = Array(bytes)
    var sent = 0
    while sent < bytes.count {
        let count = bytes[sent...].withUnsafeBytes { write(fd, $0.baseAddress, $0.count) }
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return }
        sent += count
    }
}

/// Writes a text for a person.
func tell(_ text: String, on fd: Int32) {
    writeAll(text.utf8, to: fd)
}

/// Whether a character may be printed on a terminal outside the drawn screen.
func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    CellWidth.of(scalar) >= 0
}
