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
    /// When it begins; nil for where the home's last run ended, and `firstStart` in a new home.
    package var startUTCMicros: Int64?
    /// A series of vital signs that every session is charted from.
    package var vitalsPath: String?
    /// Prints `ID e` for each event when it is on disk.
    package var acks: Bool

    /// The Monday morning on which every simulation in a new home begins: 2026-01-05T08:00Z.
    package static let firstStart: Int64 = 1_767_600_000_000_000

    package init(
        home: String,
        chairs: Int,
        sessions: Int? = nil,
        minutes: Int? = nil,
        seed: UInt64 = 1,
        startUTCMicros: Int64? = nil,
        vitalsPath: String? = nil,
        acks: Bool = false
    ) {
        self.home = home
        self.chairs = chairs
        self.sessions = sessions ?? chairs
        self.minutes = minutes
        self.seed = seed
        self.startUTCMicros = startUTCMicros
        self.vitalsPath = vitalsPath
        self.acks = acks
    }
}
