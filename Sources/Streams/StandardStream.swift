import Glibc

/// The two ways out of the program besides a drawn screen.
enum StandardStream: Int32 {
    case output = 1
    case errors = 2

    var isTerminal: Bool { isatty(rawValue) == 1 }

    /// Writes all bytes at once, so that a pipe sees them.
    func write(_ bytes: [UInt8]) throws(StreamError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(rawValue, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw StreamError(code: errno) }
            rest = rest.dropFirst(count)
        }
    }
}
