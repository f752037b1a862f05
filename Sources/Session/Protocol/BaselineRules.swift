/// What of the baseline set holds a start until the prescriber decides, and what stops it.
package struct BaselineRules: Hashable, Sendable {
    /// Above this a second measurement is asked for, and then the prescriber's decision.
    package var cautionSystolicAbove: Int
    package var cautionDiastolicAbove: Int
    /// So far apart the two measurements are, at least.
    package var repeatAfterMinutes: Int
    /// Values outside these need the prescriber's decision.
    package var hold: [Parameter: ClosedRange<Int>]
    /// Values outside these are hard stops.
    package var stop: [Parameter: ClosedRange<Int>]
    package var required: [Parameter]
    /// Whether a score of dissociation belongs to the baseline: what it comes back to.
    package var requiresDissociation: Bool

    package init(
        cautionSystolicAbove: Int,
        cautionDiastolicAbove: Int,
        repeatAfterMinutes: Int = 5,
        hold: [Parameter: ClosedRange<Int>],
        stop: [Parameter: ClosedRange<Int>],
        required: [Parameter],
        requiresDissociation: Bool = false
    ) {
        self.cautionSystolicAbove = cautionSystolicAbove
        self.cautionDiastolicAbove = cautionDiastolicAbove
        self.repeatAfterMinutes = repeatAfterMinutes
        self.hold = hold
        self.stop = stop
        self.required = required
        self.requiresDissociation = requiresDissociation
    }
}
