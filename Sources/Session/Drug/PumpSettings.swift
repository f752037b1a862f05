/// What the pump was set to.
package struct PumpSettings: Hashable, Sendable {
    package var rateMicrolitersPerHour: Int
    package var volumeNanoliters: Int
    package var concentrationMicrogramsPerMilliliter: Int
    /// The container, by the name it was logged under.
    package var container: String

    package init(
        rateMicrolitersPerHour: Int,
        volumeNanoliters: Int,
        concentrationMicrogramsPerMilliliter: Int,
        container: String
    ) {
        self.rateMicrolitersPerHour = rateMicrolitersPerHour
        self.volumeNanoliters = volumeNanoliters
        self.concentrationMicrogramsPerMilliliter = concentrationMicrogramsPerMilliliter
        self.container = container
    }
}
