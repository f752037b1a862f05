/// Everything wrong in one settings file, in the order of its lines; never empty.
///
/// A person who mends a file sees all of it at once, not one mistake at each try.
package struct SettingsProblems: Error, Hashable, Sendable, CustomStringConvertible {
    package var problems: [SettingsError]

    package init(_ problems: [SettingsError]) {
        precondition(!problems.isEmpty, "a refused file must say why")
        self.problems = problems
    }

    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
