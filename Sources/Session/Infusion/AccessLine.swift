/// A line in the patient's arm: from the entry that placed it to the one that removed it.
package struct AccessLine: Hashable, Sendable {
    /// The number of the entry that placed it; what is said of a line later names it.
    package var number: Int
    package var site: String
    package var gauge: String
    /// The newest word on it; a line that was just placed is.
    package var isPatent = true
    /// Lost: nothing runs through it any more, and it is in the arm until it is removed.
    package var isLost = false
    package var isRemoved = false

    /// Whether the drug can run through it.
    package var isUsable: Bool { isPatent && !isLost && !isRemoved }
}
