/// What a second person read from a syringe at the time-out.
package struct SyringeReading: Hashable, Sendable {
    /// The container whose code it bore.
    package var container: String
    package var concentrationMicrogramsPerMilliliter: Int

    package init(container: String, concentrationMicrogramsPerMilliliter: Int) {
        self.container = container
        self.concentrationMicrogramsPerMilliliter = concentrationMicrogramsPerMilliliter
    }
}
