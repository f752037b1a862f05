package import Session

/// Every place there is.
package enum Places {
    static let all: [any Place.Type] = [Board.self, SessionView.self]

    /// The keys of every place.
    package static let tables: [KeyTable] = all.map { $0.table }

    /// What may decide in each place which keys are valid, for a session in a phase or without one.
    package static func situation(in place: String, _ phase: Phase?) -> Situation? {
        all.first { $0.name == place }?.situation(phase)
    }
}
