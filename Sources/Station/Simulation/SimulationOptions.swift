/// What `vigil simulate` is asked for.
package struct SimulationOptions: Hashable, Sendable {
    package var home: String
    /// How many sessions run at once.
    package var chairs: Int
    /// How many whole sessions are run, those included that an earlier run left open.
    package var sessions: Int
    /// Ends after so many simulated minutes, whatever is open then; nil when all sessions are closed.
    package var minutes: Int?
    package var seed: UInt64
    /// Simulated seconds in a second; 0 goes as fast as the disk can follow.
    package var speed: Int
    /// A series of vital signs that every session is charted from.
    package var vitalsPath: String?
    /// Prints `ID e` for each event when it is on disk.
    package var acks: Bool

    package init(
        home: String,
        chairs: Int,
        sessions: Int? = nil,
        minutes: Int? = nil,
        seed: UInt64 = 1,
        speed: Int = 0,
        vitalsPath: String? = nil,
        acks: Bool = false
    ) {
        self.home = home
        self.chairs = chairs
        self.sessions = sessions ?? chairs
        self.minutes = minutes
        self.seed = seed
        self.speed = speed
        self.vitalsPath = vitalsPath
        self.acks = acks
    }
}
