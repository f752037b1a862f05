/// Why an entry of drawn drug is void, said before a witness: it was never drawn, or was entered for another patient.
package struct DrugExplanation: Hashable, Sendable {
    /// The number of the voided entry.
    package var entry: Int
    package var witness: String
    package var text: String

    package init(entry: Int, witness: String, text: String) {
        self.entry = entry
        self.witness = witness
        self.text = text
    }
}
