/// How far a container's balance may be off and still close: the larger of the two.
package struct DrugBalanceRules: Hashable, Sendable {
    package var toleranceMicrograms: Int
    package var tolerancePercent: Int

    package init(toleranceMicrograms: Int, tolerancePercent: Int) {
        self.toleranceMicrograms = toleranceMicrograms
        self.tolerancePercent = tolerancePercent
    }
}
