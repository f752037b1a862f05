/// What the rules know of a kind of need: one row for each, in `Need.facts`.
package struct NeedFacts: Sendable {
    /// The stable word under which overrides and deviations name it in the log.
    package var code: String
    /// Whether a prescriber's decision can take its place.
    package var canBeOverridden: Bool
    /// What of it a prescriber could see and decide on, where another figure is another decision.
    package var figure: Int?
    /// Whether a go-ahead on it carries limits of this session's own: a baseline that would alarm from the start on.
    package var carriesOwnLimits: Bool

    init(_ code: String, canBeOverridden: Bool = false, figure: Int? = nil, carriesOwnLimits: Bool = false) {
        self.code = code
        self.canBeOverridden = canBeOverridden
        self.figure = figure
        self.carriesOwnLimits = carriesOwnLimits
    }
}
