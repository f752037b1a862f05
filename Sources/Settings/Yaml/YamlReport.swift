import Yams

/// The problems found so far in one file.
final class YamlReport {
    let file: String
    let reading: YamlReading
    /// The format the file says it is of; files that know no formats are of the first.
    var format = 1
    private var problems: [SettingsError] = []

    init(file: String, reading: YamlReading = .strict) {
        self.file = file
        self.reading = reading
    }

    var count: Int { problems.count }
    var isEmpty: Bool { problems.isEmpty }

    var sorted: [SettingsError] {
        let numbered = problems.enumerated().sorted { left, right in
            (left.element.line, left.element.column, left.offset) < (
                right.element.line, right.element.column, right.offset
            )
        }
        return numbered.map(\.element)
    }

    func add(line: Int, column: Int, _ problem: String, cure: String) {
        let error = SettingsError(file: file, line: line, column: column, problem: problem, cure: cure)
        if !problems.contains(error) { problems.append(error) }
    }

    func throwIfAny() throws(SettingsProblems) {
        guard problems.isEmpty else { throw SettingsProblems(sorted) }
    }

    /// What the parser could not read, in words that point at a mistake of typing.
    func add(_ error: any Error) {
        guard let error = error as? YamlError else {
            return add(
                line: 1,
                column: 1,
                "the file cannot be read (\(error))",
                cure: "copy a shipped file and change it"
            )
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            add(
                line: mark.line,
                column: mark.column,
                "this is not YAML (\(problem))",
                cure: "compare indentation, colons and quotes with the lines above"
            )
        case .composer(_, let problem, let mark, _):
            let isAlias = problem.contains("alias")
            add(
                line: mark.line,
                column: mark.column,
                isAlias ? "an alias (*) is not allowed" : "a second document begins here",
                cure: isAlias ? "write the value out" : "remove everything from the line ---"
            )
        case .duplicatedKeysInMapping(let keys, let context):
            add(
                line: context.mark.line,
                column: context.mark.column,
                "the key \(keys.sorted().joined(separator: ", ")) stands more than once in this block",
                cure: "keep one of them"
            )
        case .reader(let problem, _, _, _):
            add(line: 1, column: 1, "the file cannot be read (\(problem))", cure: "save it as UTF-8 text")
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            add(line: 1, column: 1, "the file cannot be read (\(error))", cure: "save it as UTF-8 text")
        }
    }
}
