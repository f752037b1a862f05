/// What is wrong with a theme file, where, and how to mend it.
package struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file's name as it was given.
    package var file: String
    /// From 1; 0 where the whole file is meant.
    package var line: Int
    package var column: Int
    package var problem: String
    package var cure: String

    package var description: String {
        let place = line > 0 ? "\(file):\(line):\(column)" : file
        return "\(place): \(problem): \(cure)"
    }
}
