package import Session

/// An event read from a record, and what of the record could not be read.
package struct DecodedEvent: Hashable, Sendable {
    package var event: Event
    /// Empty for a record this program understands, and for one of a kind or version it does not know.
    package var problems: [BodyProblem]
}
