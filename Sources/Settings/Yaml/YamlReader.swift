import Yams

/// Reads a YAML file by walking its nodes, so that every mistake is reported where it stands.
///
/// A decoder would accept unknown keys and lose positions. Anchors, aliases, tags, repeated keys and several documents in
/// one file are refused: what a person reads in a file of clinical limits must be what holds.
package enum YamlReader {
    /// Files larger than this are refused; no settings file of a person comes near it.
    package static let sizeLimitBytes = 262_144

    /// Hands the top mapping to `build` and returns what it made, if nothing in the file was wrong.
    ///
    /// `build` reads on after a mistake with placeholder values, which never leave this function: any recorded problem
    /// throws them all.
    package static func read<Value>(
        _ bytes: [UInt8],
        name: String,
        reading: YamlReading = .strict,
        as build: (YamlMapping) -> Value
    ) throws(SettingsProblems) -> Value {
        let report = YamlReport(file: name, reading: reading)
        let text = YamlText(bytes, report: report)
        try report.throwIfAny()
        do {
            let parser = try Parser(yaml: text.string, encoding: .utf8)
            // Nodes hold their anchors weakly; they live as long as the parser.
            let value: Value? = try withExtendedLifetime(parser) {
                guard let root = try parser.singleRoot() else { return nil }
                return YamlNode(root, report: report).mapping(build)
            }
            if let value, report.isEmpty { return value }
            if value == nil {
                report.add(line: 1, column: 1, "the file is empty", cure: "copy a shipped file and change it")
            }
        } catch {
            report.add(error)
        }
        throw SettingsProblems(report.sorted)
    }
}
