/// How a patient left.
package struct Departure: Hashable, Sendable {
    /// Who or what took the patient: the escort's name, or the approved transport.
    package var with: String
    package var instructionsGivenTo: String

    package init(with: String, instructionsGivenTo: String) {
        self.with = with
        self.instructionsGivenTo = instructionsGivenTo
    }
}
