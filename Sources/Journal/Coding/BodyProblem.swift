/// Why a recorded body could not be read: the key, and what was wrong with its value.
package struct BodyProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The key within the body, with dots where bodies stand inside each other: `patient.birthDate`.
    package var key: String
    package var reason: String

    package init(key: String, reason: String) {
        self.key = key
        self.reason = reason
    }

    package var description: String { key.isEmpty ? reason : "\(key): \(reason)" }
}
