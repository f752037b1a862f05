/// A prescriber's decision to go on although a gate says no.
package struct Override: Hashable, Sendable {
    /// The `Requirement.code`s it covers.
    package var requirements: [String]
    package var prescriber: String
    package var way: OrderWay
    package var text: String
    /// The figure that the prescriber could see of a need, by its code; a need with another figure is another one.
    package var figures: [String: Int]
    /// Whether the go-ahead on a baseline outside its range carries limits of this session's own.
    package var carriesOwnLimits: Bool

    package init(
        requirements: [String],
        prescriber: String,
        way: OrderWay,
        text: String,
        figures: [String: Int] = [:],
        carriesOwnLimits: Bool = false
    ) {
        self.requirements = requirements
        self.prescriber = prescriber
        self.way = way
        self.text = text
        self.figures = figures
        self.carriesOwnLimits = carriesOwnLimits
    }
}
