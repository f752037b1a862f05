package import Screens
package import Session

/// What the station is, from its files: name, chairs, staff, protocols.
package struct StationFacts: Hashable, Sendable {
    package var name: String
    package var chairs: [String]
    package var zone: ZoneOffsets
    /// The zone's name, `Europe/Berlin`.
    package var zoneName: String
    package var staff: [StaffMember]
    package var protocols: [ProtocolChoice]
    /// Whether all consoles draw with ASCII alone, whatever their terminals can.
    package var drawsASCII: Bool
    /// Whether nothing may move on any console.
    package var reducedMotion: Bool
    /// Whether every patient here is a simulation.
    package var isSimulated: Bool
    /// False until the first run's questions are answered.
    package var isConfigured: Bool

    package init(
        name: String,
        chairs: [String],
        zone: ZoneOffsets,
        zoneName: String,
        staff: [StaffMember],
        protocols: [ProtocolChoice],
        drawsASCII: Bool = false,
        reducedMotion: Bool = false,
        isSimulated: Bool = false,
        isConfigured: Bool = true
    ) {
        self.name = name
        self.chairs = chairs
        self.zone = zone
        self.zoneName = zoneName
        self.staff = staff
        self.protocols = protocols
        self.drawsASCII = drawsASCII
        self.reducedMotion = reducedMotion
        self.isSimulated = isSimulated
        self.isConfigured = isConfigured
    }
}
