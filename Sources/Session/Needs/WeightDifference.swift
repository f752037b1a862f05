/// The weight an order was given for, beside the patient's.
package struct WeightDifference: Hashable, Sendable {
    package var orderedGrams: Int
    package var weighedGrams: Int
    /// Whether the patient's weight was corrected after the order.
    package var isCorrected: Bool
}
