/// What the drug did so far, by calculation, and what the pump said.
package struct DoseState: Hashable, Sendable {
    package var givenNanoliters: Int
    package var givenMicrograms: Int
    package var programmedNanoliters: Int
    package var programmedMicrograms: Int
    /// 0 while paused or ended.
    package var rateMicrolitersPerHour: Int
    /// Time to the end at the present rate; nil while it does not run.
    package var remainingMicros: Int64?
    /// The programmed volume is in by calculation and nobody has confirmed the end.
    package var isCompleteByCalculation: Bool
    /// The pump's own figure, newest, and when it was read.
    package var pumpReadNanoliters: Int?
    package var pumpReadAtSessionMicros: Int64?

    /// Whether a volume is over 5 % or 1 mL off another, whichever is reached first: shown and asked, never merged.
    package static func differs(_ nanoliters: Int, from other: Int) -> Bool {
        let difference = abs(nanoliters - other)
        return difference > 1_000_000 || difference * 20 > other
    }

    package init(
        givenNanoliters: Int,
        givenMicrograms: Int,
        programmedNanoliters: Int,
        programmedMicrograms: Int,
        rateMicrolitersPerHour: Int,
        remainingMicros: Int64?,
        isCompleteByCalculation: Bool,
        pumpReadNanoliters: Int?,
        pumpReadAtSessionMicros: Int64?
    ) {
        self.givenNanoliters = givenNanoliters
        self.givenMicrograms = givenMicrograms
        self.programmedNanoliters = programmedNanoliters
        self.programmedMicrograms = programmedMicrograms
        self.rateMicrolitersPerHour = rateMicrolitersPerHour
        self.remainingMicros = remainingMicros
        self.isCompleteByCalculation = isCompleteByCalculation
        self.pumpReadNanoliters = pumpReadNanoliters
        self.pumpReadAtSessionMicros = pumpReadAtSessionMicros
    }
}
