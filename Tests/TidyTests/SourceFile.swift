import Foundation

/// A file of the checkout, by its path from the top.
struct SourceFile: CustomStringConvertible, Sendable {
    let path: String
    let bytes: [UInt8]
    let lines: [Substring]

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }

    var description: String { path }

    /// The name without folder and ending.
    var name: String { String(path.split(separator: "/").last?.dropLast(".swift".count) ?? "") }

    /// `Sources/TARGET/FOLDER/…` by its parts; a file beside the folders is in the folder `.`.
    var target: String { path.split(separator: "/").dropFirst().first.map { String($0) } ?? "" }
    var folder: String {
        let parts = path.split(separator: "/").dropFirst(2)
        return parts.count > 1 ? parts.first.map { String($0) } ?? "." : "."
    }

    /// The places where a text stands, as `path:line`.
    func places(of text: String) -> [String] {
        let wanted = Array(text.utf8)
        return bytes.withUnsafeBytes { all in
            guard let base = all.baseAddress else { return [] }
            var places: [String] = []
            var (start, line, counted) = (0, 1, 0)
            while start + wanted.count <= all.count,
                let found = memchr(base + start, Int32(wanted[0]), all.count - wanted.count - start + 1)
            {
                let place = UnsafeRawPointer(found) - base
                start = place + 1
                guard memcmp(found, wanted, wanted.count) == 0 else { continue }
                line += all[counted..<place].count { $0 == UInt8(ascii: "\n") }
                counted = place
                places.append("\(path):\(line)")
            }
            return places
        }
    }
}
