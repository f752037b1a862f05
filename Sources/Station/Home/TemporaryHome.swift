import Glibc

/// A home in a new directory of its own, which goes with the last that holds it.
package final class TemporaryHome: Sendable {
    package let home: StationHome

    package init() throws(StationError) {
        let base = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
        var path = Array("\(base)/vigil-demo-XXXXXX".utf8CString)
        guard mkdtemp(&path) != nil else {
            throw StationError(call: "mkdtemp", on: base, code: errno, cure: "set TMPDIR to a directory of your own")
        }
        home = StationHome(path: String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
    }

    deinit { Self.remove(home.path) }

    private static func remove(_ path: String) {
        if let directory = opendir(path) {
            while let entry = readdir(directory) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                guard name != ".", name != ".." else { continue }
                let child = path + "/" + name
                if unlink(child) != 0 { remove(child) }
            }
            closedir(directory)
        }
        rmdir(path)
    }
}
