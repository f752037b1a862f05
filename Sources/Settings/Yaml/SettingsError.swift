/// One thing wrong in a settings file: where it stands, what it is, and what to write instead.
package struct SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
    package var file: String
    /// Counted from 1.
    package var line: Int
    /// Counted from 1, in Unicode scalars.
    package var column: Int
    package var problem: String
    package var cure: String

    package init(file: String, line: Int, column: Int, problem: String, cure: String) {
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
        self.cure = cure
    }

    package var description: String { "\(file):\(line):\(column): \(problem): \(cure)" }
}
