import Glibc

/// The C stream of standard error; the C global itself is not safe to share between threads.
nonisolated(unsafe) let stderrStream: UnsafeMutablePointer<FILE> = fdopen(2, "w")

/// Writes a line to standard output at once, so that a pipe sees it.
func say(_ line: String) {
    var bytes = Array((line + "\n").utf8)
    var sent = 0
    bytes.withUnsafeMutableBytes { buffer in
        while sent < buffer.count {
            let count = write(1, buffer.baseAddress! + sent, buffer.count - sent)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return }
            sent += count
        }
    }
}
