package import Session
import Wording

/// What every screen is told besides the sessions: one value, so that no screen asks for a clock or a setting.
package struct Surroundings: Hashable, Sendable {
    /// Offsets of the station's zone, for local times.
    package var zone: ZoneOffsets
    package var glyphs: Glyphs
    /// Whether nothing may move or flash.
    package var reducedMotion: Bool
    package var stationName: String
    package var staff: [StaffMember]
    /// Whether the whole station is a demonstration: SIMULATED stands on every screen.
    package var isSimulated: Bool

    package init(
        zone: ZoneOffsets,
        glyphs: Glyphs,
        reducedMotion: Bool = false,
        stationName: String,
        staff: [StaffMember],
        isSimulated: Bool = false
    ) {
        self.zone = zone
        self.glyphs = glyphs
        self.reducedMotion = reducedMotion
        self.stationName = stationName
        self.staff = staff
        self.isSimulated = isSimulated
    }

    /// The printed name of an author.
    package func name(of author: Author) -> String { Words.name(of: author, in: staff) }
}
