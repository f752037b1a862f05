/// Something that happened although a gate said no; flagged for review.
package struct Deviation: Hashable, Sendable {
    /// What happened, as a kind: `infusion.started`.
    package var kind: String
    package var requirements: [String]
    package var reason: Reason

    package init(kind: String, requirements: [String], reason: Reason) {
        self.kind = kind
        self.requirements = requirements
        self.reason = reason
    }
}
