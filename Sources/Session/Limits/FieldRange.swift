/// What may be typed in a field: outside `hard` is refused, outside `soft` is asked about, as is a jump over `delta`.
package struct FieldRange: Hashable, Sendable {
    package var hard: ClosedRange<Int>
    package var soft: ClosedRange<Int>?
    /// The jump from the previous set (at most 15 min old) above which a question comes.
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
