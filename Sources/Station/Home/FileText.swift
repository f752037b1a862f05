import Glibc

/// Small text files, read whole.
package enum FileText {
    /// Reads up to `limit` bytes of a file as UTF-8.
    package static func read(_ path: String, limit: Int) throws(StationError) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw StationError(call: "open", on: path, code: errno, cure: "check that the file is there and readable")
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: min(limit, 65536))
        while bytes.count < limit {
            let count = Glibc.read(descriptor, &chunk, min(chunk.count, limit - bytes.count))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw StationError(call: "read", on: path, code: errno, cure: "check the disk it lies on")
            }
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
