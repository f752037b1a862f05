import Glibc

/// A directory that goes when the test ends.
final class TemporaryDirectory {
    let path: String

    init() {
        var template = Array("/tmp/vigil-settings-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { preconditionFailure("no temporary directory: \(errno)") }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        Self.remove(path)
    }

    func write(_ name: String, _ text: String) {
        mkdir(path, 0o700)
        let file = fopen("\(path)/\(name)", "w")
        precondition(file != nil, "cannot write \(path)/\(name): \(errno)")
        fputs(text, file)
        fclose(file)
    }

    func remove(_ name: String) {
        unlink("\(path)/\(name)")
    }

    var names: [String] { Self.names(path) }

    private static func names(_ path: String) -> [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func remove(_ path: String) {
        for name in names(path) { remove("\(path)/\(name)") }
        if unlink(path) != 0 { rmdir(path) }
    }
}
