/// The limits of one parameter: at or beyond a number, that priority holds.
///
/// Nil where there is none.
package struct AlarmLimits: Hashable, Sendable {
    /// `value >= n`.
    package var lowAtOrAbove: Int?
    package var mediumAtOrAbove: Int?
    package var highAtOrAbove: Int?
    /// `value < n`.
    package var lowBelow: Int?
    package var mediumBelow: Int?
    package var highBelow: Int?

    package init(
        lowAtOrAbove: Int? = nil,
        mediumAtOrAbove: Int? = nil,
        highAtOrAbove: Int? = nil,
        lowBelow: Int? = nil,
        mediumBelow: Int? = nil,
        highBelow: Int? = nil
    ) {
        self.lowAtOrAbove = lowAtOrAbove
        self.mediumAtOrAbove = mediumAtOrAbove
        self.highAtOrAbove = highAtOrAbove
        self.lowBelow = lowBelow
        self.mediumBelow = mediumBelow
        self.highBelow = highBelow
    }
}
