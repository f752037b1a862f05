/// Where a log's files stand: a directory, and what their names begin with.
///
/// The session's own log is `000001.jsonl` and so on; beside it may stand others, `addendum-000001.jsonl`.
package struct LogLocation: Hashable, Sendable, CustomStringConvertible {
    package let directory: String
    package let prefix: String
    /// Where the log goes on when its own directory takes nothing any more: a directory on another disk; nil for none.
    package let fallback: String?

    package init(directory: String, prefix: String = "", fallback: String? = nil) {
        self.directory = Self.plain(directory)
        self.prefix = prefix
        self.fallback = fallback.map(Self.plain)
    }

    private static func plain(_ path: String) -> String {
        path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// The location a segment file belongs to; nil if the path does not end in a segment's name.
    package init?(segmentPath path: String) {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        guard let prefix = Self.parse(name)?.prefix else { return nil }
        let directory = slash.map { String(path[..<$0]) } ?? "."
        self.init(directory: directory.isEmpty ? "/" : directory, prefix: prefix)
    }

    package var description: String { "\(directory)/\(prefix)" }

    /// The path of a segment, counted from 1.
    package func segmentPath(_ number: Int) -> String { "\(directory)/\(segmentName(number))" }

    func segmentName(_ number: Int) -> String {
        precondition((1...999_999).contains(number), "segments are numbered with six digits, from 1")
        let digits = String(number)
        return "\(prefix)\(String(repeating: "0", count: 6 - digits.utf8.count))\(digits)\(Self.suffix)"
    }

    /// Where bytes are kept that were cut off or never became part of the log.
    package var quarantineDirectory: String { "\(directory)/quarantine" }

    /// The segment number `name` has in this log; nil if it is not one of its segments.
    func segmentNumber(of name: String) -> Int? {
        guard let parsed = Self.parse(name), parsed.prefix == prefix else { return nil }
        return parsed.number
    }

    private static let suffix = ".jsonl"

    private static func parse(_ name: String) -> (prefix: String, number: Int)? {
        guard name.hasSuffix(suffix) else { return nil }
        let stem = name.utf8.dropLast(suffix.utf8.count)
        let digits = stem.suffix(6)
        guard digits.count == 6, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let number = Int(Substring(digits)), number > 0
        else { return nil }
        let prefix = String(Substring(stem.dropLast(6)))
        guard prefix.isEmpty || prefix.hasSuffix("-") else { return nil }
        return (prefix, number)
    }
}
