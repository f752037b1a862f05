/// What was thrown away, measured, before a witness.
package struct DrugWaste: Hashable, Sendable {
    package var container: String
    package var volumeNanoliters: Int
    package var method: String
    package var witness: String

    package init(container: String, volumeNanoliters: Int, method: String, witness: String) {
        self.container = container
        self.volumeNanoliters = volumeNanoliters
        self.method = method
        self.witness = witness
    }
}
