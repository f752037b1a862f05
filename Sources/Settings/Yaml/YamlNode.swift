import Yams

/// One value in a settings file, with its place.
///
/// Each reading returns a placeholder after recording what is wrong; `YamlReader.read` never lets it out. A node that
/// is missing or already refused stays silent, so one mistake is reported once.
package struct YamlNode {
    /// Nil for a value that is missing or already refused.
    private let node: Node?
    private let report: YamlReport
    package let line: Int
    package let column: Int

    /// Wraps a node of the parser; an anchor or a tag on it is refused here, for the whole tree below it.
    ///
    /// The parser marks a plain key such as `1` or `no` with a type of its own, which is not a tag in the file.
    init(_ node: Node, isKey: Bool = false, report: YamlReport) {
        self.report = report
        line = node.mark?.line ?? 1
        column = node.mark?.column ?? 1
        var tag: String
        switch node {
        case .scalar(let scalar): tag = scalar.tag.rawValue == Tag.Name.str.rawValue ? "" : scalar.tag.rawValue
        case .mapping(let mapping): tag = mapping.tag.rawValue
        case .sequence(let sequence): tag = sequence.tag.rawValue
        case .alias: tag = ""
        }
        if isKey, tag.hasPrefix("tag:yaml.org,2002:") { tag = "" }
        if node.anchor != nil || node.alias != nil {
            self.node = nil
            report.add(
                line: line,
                column: column,
                "an anchor (&) is not allowed",
                cure: "remove it and write the value out wherever it is used"
            )
        } else if !tag.isEmpty {
            self.node = nil
            report.add(line: line, column: column, "a tag (!) is not allowed", cure: "remove it")
        } else {
            self.node = node
        }
    }

    /// A value that is not there; its absence has been reported.
    init(missingAtLine line: Int, column: Int, report: YamlReport) {
        node = nil
        self.report = report
        self.line = line
        self.column = column
    }

    /// Whether there is something to read and nothing was wrong with it so far.
    package var isPresent: Bool { node != nil }

    /// Whether nothing stands behind the colon, or a spelling of nothing.
    package var isBlank: Bool {
        guard case .scalar(let scalar)? = node else { return false }
        return scalar.string.isEmpty
            || scalar.style == .plain && ["~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// Records a mistake at this place.
    package func refuse(_ problem: String, cure: String) {
        guard node != nil else { return }
        report.add(line: line, column: column, problem, cure: cure)
    }

    /// Records a mistake at this place when `holds` is false; a kept file was checked by the version that took it.
    package func check(_ holds: @autoclosure () -> Bool, _ problem: @autoclosure () -> String, cure: String) {
        guard report.reading == .strict, node != nil, !holds() else { return }
        refuse(problem(), cure: cure)
    }

    /// The text of a scalar, whether quoted or not; empty text is refused.
    package func string() -> String {
        guard let node else { return "" }
        guard case .scalar(let scalar) = node else {
            refuse("a text is needed here", cure: "write one line of text after the colon")
            return ""
        }
        guard !isBlank else {
            refuse("there is no value", cure: "write one, or remove the key")
            return ""
        }
        return scalar.string
    }

    /// A whole number, within `range`.
    package func int(in range: ClosedRange<Int>? = nil) -> Int { decimal(digits: 0, in: range) }

    /// A number with up to `digits` decimals as an exact integer: `36.8` with 1 digit is 368; `range` is in those units too.
    package func decimal(digits: Int, in range: ClosedRange<Int>? = nil) -> Int {
        guard let text = plainText(example: digits == 0 ? "40" : "0.5") else { return 0 }
        switch YamlNumber.parse(text, digits: digits) {
        case .success(let value):
            if let range, !range.contains(value) {
                let low = YamlNumber.text(range.lowerBound, digits: digits)
                let high = YamlNumber.text(range.upperBound, digits: digits)
                refuse("\(text) is outside \(low) to \(high)", cure: "write a number from \(low) to \(high)")
                return range.lowerBound
            }
            return value
        case .failure(let refusal):
            refuse(refusal.problem, cure: refusal.cure)
            return range?.lowerBound ?? 0
        }
    }

    /// Exactly `true` or `false`; YAML's other spellings are refused.
    package func bool() -> Bool {
        guard let text = plainText(example: "true") else { return false }
        if text != "true" && text != "false" {
            refuse("\(text) is neither true nor false", cure: "write true or false")
        }
        return text == "true"
    }

    /// Two numbers as `40..300` or `[40, 300]`, both included, the smaller first.
    package func range(digits: Int = 0) -> ClosedRange<Int> {
        guard let node else { return 0...0 }
        let example = digits == 0 ? "40..300" : "30.0..43.0"
        var parts: [String] = []
        switch node {
        case .scalar(let scalar) where scalar.style == .plain:
            parts = YamlNumber.splitRange(scalar.string)
        case .sequence(let sequence):
            parts = sequence.compactMap { $0.anchor == nil ? $0.scalar?.string : nil }
            if parts.count != sequence.count { parts = [] }
        case .scalar, .mapping, .alias:
            break
        }
        guard parts.count == 2 else {
            refuse("a range is needed here", cure: "write it as \(example)")
            return 0...0
        }
        var bounds: [Int] = []
        for part in parts {
            switch YamlNumber.parse(part, digits: digits) {
            case .success(let value): bounds.append(value)
            case .failure(let refusal):
                refuse(refusal.problem, cure: refusal.cure)
                return 0...0
            }
        }
        guard bounds[0] <= bounds[1] else {
            refuse("the range \(parts[0])..\(parts[1]) ends before it begins", cure: "write \(parts[1])..\(parts[0])")
            return 0...0
        }
        return bounds[0]...bounds[1]
    }

    /// The values of a list.
    package func list() -> [YamlNode] {
        guard let node else { return [] }
        guard case .sequence(let sequence) = node else {
            refuse("a list is needed here", cure: "write [a, b] or one line with a dash for each")
            return []
        }
        return sequence.map { YamlNode($0, report: report) }
    }

    /// One of a few words.
    package func choice(of words: [String]) -> String {
        guard node != nil else { return words[0] }
        let text = string()
        guard !text.isEmpty else { return words[0] }
        guard words.contains(text) else {
            refuse("\(text) is not known here", cure: "write one of: \(words.joined(separator: ", "))")
            return words[0]
        }
        return text
    }

    /// Reads a block of keys; whatever `read` did not ask for is refused as unknown.
    package func mapping<Value>(_ read: (YamlMapping) -> Value) -> Value {
        var pairs: [(Node, Node)]?
        if case .mapping(let mapping) = node {
            pairs = mapping.map { ($0.key, $0.value) }
        } else {
            refuse("a block of keys is needed here", cure: "indent key: value lines below this")
        }
        let mapping = YamlMapping(pairs, line: line, column: column, report: report)
        let value = read(mapping)
        mapping.refuseUnread()
        return value
    }

    /// The text of a plain scalar: numbers and truth values in quotes are refused, since they read as text.
    private func plainText(example: String) -> String? {
        guard let node else { return nil }
        guard case .scalar(let scalar) = node else {
            refuse("one value is needed here", cure: "write it after the colon, such as \(example)")
            return nil
        }
        guard scalar.style == .plain else {
            refuse("the value stands in quotes", cure: "write \(scalar.string) without them")
            return nil
        }
        return scalar.string
    }
}
