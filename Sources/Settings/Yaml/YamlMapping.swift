import Yams

/// A block of keys in a settings file; it remembers which were asked for, and the rest are unknown.
package final class YamlMapping {
    private struct Entry {
        var key: String
        var keyNode: YamlNode
        var value: Node
    }

    private let report: YamlReport
    package let line: Int
    package let column: Int
    /// Nil for a block that is missing or was refused: nothing in it is reported again.
    private var entries: [Entry]?
    private var read: [String] = []
    private let problemsBefore: Int

    init(_ pairs: [(Node, Node)]?, line: Int, column: Int, report: YamlReport) {
        self.report = report
        self.line = line
        self.column = column
        problemsBefore = report.count
        entries = pairs.map { pairs in
            pairs.compactMap { key, value in
                let keyNode = YamlNode(key, isKey: true, report: report)
                guard keyNode.isPresent else { return nil }
                let name = keyNode.string()
                return name.isEmpty ? nil : Entry(key: name, keyNode: keyNode, value: value)
            }
        }
        refuseRepeated()
    }

    /// The keys in the order of the file.
    package var keys: [String] { (entries ?? []).map(\.key) }

    /// Every key with its value, for blocks whose keys a person chooses; marks them all as known.
    package func all() -> [(key: String, keyNode: YamlNode, value: YamlNode)] {
        read += keys
        return (entries ?? []).map { ($0.key, $0.keyNode, YamlNode($0.value, report: report)) }
    }

    /// The value of a key that must be there.
    package func node(_ key: String) -> YamlNode {
        if let node = optional(key) { return node }
        if entries != nil {
            report.add(
                line: line,
                column: column,
                "the key \(key) is missing in this block",
                cure: "add \(key): and its value"
            )
        }
        return YamlNode(missingAtLine: line, column: column, report: report)
    }

    /// The value of a key that may be left out.
    package func optional(_ key: String) -> YamlNode? {
        read.append(key)
        guard let entry = entries?.first(where: { $0.key == key }) else { return nil }
        return YamlNode(entry.value, report: report)
    }

    /// The format of the file this block stands in.
    var format: Int {
        get { report.format }
        set { report.format = newValue }
    }

    /// What a key says that came with a format; a kept file of an earlier one stands for `before`.
    ///
    /// `before` is part of the format: it is documented with it and never changed.
    package func since<Value>(
        _ format: Int,
        _ key: String,
        before: Value,
        _ read: (YamlNode) -> Value
    ) -> Value {
        if report.format < format, report.reading == .kept { return optional(key).map(read) ?? before }
        if let node = optional(key) { return read(node) }
        if entries != nil {
            report.add(
                line: line,
                column: column,
                "the key \(key) is missing in this block, it came with format \(format)",
                cure: "add \(key): \(before), which earlier files stand for, or what the clinic decides"
            )
        }
        return before
    }

    /// A block that came with a format; of a kept file of an earlier one every key stands at its own default.
    func mapping<Value>(since format: Int, _ key: String, _ read: (YamlMapping) -> Value) -> Value {
        if report.format < format, report.reading == .kept, !keys.contains(key) {
            return read(YamlMapping([], line: line, column: column, report: report))
        }
        return mapping(key, read)
    }

    package func string(_ key: String) -> String { node(key).string() }

    package func int(_ key: String, in range: ClosedRange<Int>? = nil) -> Int { node(key).int(in: range) }

    /// A number with up to `digits` decimals as an exact integer: `36.8` with 1 digit is 368.
    package func decimal(_ key: String, digits: Int, in range: ClosedRange<Int>? = nil) -> Int {
        node(key).decimal(digits: digits, in: range)
    }

    package func bool(_ key: String) -> Bool { node(key).bool() }

    package func range(_ key: String, digits: Int = 0) -> ClosedRange<Int> { node(key).range(digits: digits) }

    package func list(_ key: String) -> [YamlNode] { node(key).list() }

    package func strings(_ key: String) -> [String] { list(key).map { $0.string() } }

    package func choice(_ key: String, of words: [String]) -> String { node(key).choice(of: words) }

    package func mapping<Value>(_ key: String, _ read: (YamlMapping) -> Value) -> Value { node(key).mapping(read) }

    /// Whether nothing was wrong in this block so far: only then do comparisons of its values mean anything.
    package var isSound: Bool { entries != nil && report.count == problemsBefore }

    /// Records a mistake at a key when `holds` is false; says nothing once the block has another mistake.
    ///
    /// A kept file was checked by the version that took it.
    package func check(_ holds: @autoclosure () -> Bool, at key: String, _ problem: String, cure: String) {
        guard report.reading == .strict, isSound, !holds() else { return }
        node(key).refuse(problem, cure: cure)
    }

    /// Refuses what nobody asked for, with the nearest key that exists; a kept file may hold keys that have gone since.
    func refuseUnread() {
        guard report.reading == .strict else { return }
        let known = read.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        for entry in entries ?? [] where !known.contains(entry.key) {
            let free = known.filter { !keys.contains($0) }
            let near = free.map { ($0, Self.distance($0, entry.key)) }.min { $0.1 < $1.1 }
            let cure: String
            if let near, near.1 <= max(1, entry.key.count / 3), near.1 < entry.key.count {
                cure = "write \(near.0)"
            } else {
                cure = "remove it; the keys here are \(known.joined(separator: ", "))"
            }
            entry.keyNode.refuse("the key \(entry.key) is unknown", cure: cure)
        }
    }

    /// Refuses a key that comes back in another spelling of the same text, such as in quotes.
    private func refuseRepeated() {
        var seen: [String] = []
        for entry in entries ?? [] {
            if seen.contains(entry.key) {
                entry.keyNode.refuse(
                    "the key \(entry.key) stands more than once in this block",
                    cure: "keep one of them"
                )
            }
            seen.append(entry.key)
        }
    }

    /// How many letters differ between two keys (Levenshtein).
    private static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left.prefix(64))
        let right = Array(right.prefix(64))
        var row = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (letter == other ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}
