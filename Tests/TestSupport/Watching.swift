import Glibc

/// A scripted person's terminal, shown on the real one that the tests were started from.
///
/// `VIGIL_WATCH=400` paints whatever the program writes there too, and waits so many milliseconds before each press of
/// keys. One terminal can show one console: watch one test at a time, in a window at least as large as its own.
package enum Watching {
    private static let pauseMillis = getenv("VIGIL_WATCH").flatMap { Int32(String(cString: $0)) }
    private static let terminal = pauseMillis == nil ? -1 : open("/dev/tty", O_WRONLY | O_CLOEXEC)

    /// Gives whoever watches the time to read; nobody waits where nobody does.
    package static func pause() {
        if let pauseMillis, terminal >= 0 { poll(nil, 0, pauseMillis) }
    }

    static func show(_ bytes: ArraySlice<UInt8>) {
        guard terminal >= 0 else { return }
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
