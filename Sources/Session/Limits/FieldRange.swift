/// What may be typed in a field: outside `hard` is refused, outside `soft` is asked about, as is a jump over `delta`.
package struct FieldRange: Hashable, Sendable {
    package var hard: ClosedRange<Int>
    package var soft: ClosedRange<Int>?
    /// The change above which a question comes: from the set before, which counts for `GateRules.deltaMaxAgeMinutes`, in
    /// the parameter's unit; of a weight from the one before, however old, in percent of it.
    package var delta: Int?
    /// Whether only a fall counts as a jump (oxygen saturation).
    package var deltaCountsFallsOnly: Bool

    package init(hard: ClosedRange<Int>, soft: ClosedRange<Int>?, delta: Int?, deltaCountsFallsOnly: Bool = false) {
        self.hard = hard
        self.soft = soft
        self.delta = delta
        self.deltaCountsFallsOnly = deltaCountsFallsOnly
    }
}
