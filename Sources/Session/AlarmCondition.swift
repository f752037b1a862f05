/// A reading at or beyond a limit.
package struct AlarmCondition: Hashable, Sendable {
    package var parameter: Parameter
    package var priority: Priority
    /// The reading as people read it: `162`, `HIGH`, `no reading`.
    package var value: String
    /// The limit as people read it: `> 160`, `> 150 (baseline + 40)`; empty for a reading that could not be taken.
    package var limit: String

    package init(parameter: Parameter, priority: Priority, value: String, limit: String) {
        self.parameter = parameter
        self.priority = priority
        self.value = value
        self.limit = limit
    }

    /// `SBP 162 > 160`.
    package var message: String {
        limit.isEmpty ? "\(parameter.label) \(value)" : "\(parameter.label) \(value) \(limit)"
    }

    /// How soon a person must answer, in the words of IEC 60601-1-8: immediately, promptly, or when they can.
    package enum Priority: String, CaseIterable, Hashable, Sendable, Comparable {
        case low
        case medium
        case high

        /// The mark before the message, so that colour never stands alone.
        package var mark: String {
            switch self {
            case .low: "*"
            case .medium: "**"
            case .high: "***"
            }
        }

        package static func < (left: Self, right: Self) -> Bool { left.mark.count < right.mark.count }
    }
}
