import Glibc

/// Whole small files, read and replaced in one step.
enum SettingsFile {
    /// The bytes of a file, or why it cannot be read as a problem of that file.
    static func read(_ path: String) throws(SettingsProblems) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw problem(path, "cannot be opened", errno) }
        defer { close(descriptor) }
        // One byte over the limit is enough to see that a file is too large.
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= YamlReader.sizeLimitBytes {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw problem(path, "cannot be read", errno) }
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        return bytes
    }

    /// Puts `bytes` in the place of a file so that a power cut leaves either the old file or the new one.
    static func replace(_ path: String, with bytes: [UInt8]) throws(SettingsProblems) {
        let draft = path + ".new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw problem(draft, "cannot be created", errno) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                let code = errno
                close(descriptor)
                unlink(draft)
                throw problem(draft, "cannot be written", code)
            }
            written += count
        }
        let isDurable = fsync(descriptor) == 0
        let code = errno
        close(descriptor)
        guard isDurable else { throw problem(draft, "cannot be written", code) }
        guard rename(draft, path) == 0 else { throw problem(path, "cannot be replaced", errno) }
        syncDirectory(of: path)
    }

    /// The names in a directory that end in `.yaml`, sorted; none if there is no such directory.
    static func yamlFiles(in directory: String) -> [String] {
        guard let stream = opendir(directory) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasSuffix(".yaml") && !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    /// Creates a directory and those above it, readable to its owner alone; its use reports whether that worked.
    static func makeDirectory(_ path: String) {
        var built = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            built += "/\(part)"
            mkdir(built, 0o700)
        }
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func remove(_ path: String) {
        unlink(path)
    }

    private static func syncDirectory(of path: String) {
        let directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static func problem(_ path: String, _ what: String, _ code: Int32) -> SettingsProblems {
        let reason = String(cString: strerror(code))
        let cure = code == ENOENT ? "check the path" : "check its owner and mode"
        return SettingsProblems([
            SettingsError(file: path, line: 1, column: 1, problem: "the file \(what) (\(reason))", cure: cure)
        ])
    }
}
