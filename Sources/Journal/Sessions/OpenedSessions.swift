/// What a station found among its sessions when it started.
package struct OpenedSessions: Sendable {
    /// Sessions to go on with, the newest first.
    package var open: [OpenSession]
    /// Sessions that could not be opened; nothing of them was touched.
    package var refused: [Refused]
    /// Closed sessions that have no seal yet.
    package var unsealed: [SessionID]
    /// Files that were no seals and stood where one belongs; the sessions went on.
    package var falseSeals: [Refused]

    /// How many sessions the home has a folder of, whatever is in it.
    package var count: Int
    /// How many sessions the station's journal calls open and the home has no folder of.
    package var missingCount: Int
    /// The newest session, by its name.
    package var newest: SessionID?

    package init(
        open: [OpenSession],
        refused: [Refused],
        unsealed: [SessionID],
        falseSeals: [Refused] = [],
        count: Int,
        missingCount: Int,
        newest: SessionID?
    ) {
        self.newest = newest
        self.missingCount = missingCount
        self.count = count
        self.open = open
        self.refused = refused
        self.unsealed = unsealed
        self.falseSeals = falseSeals
    }

    /// A session that could not be opened.
    package struct Refused: Hashable, Sendable {
        package var path: String
        /// What is wrong with it, and what to do.
        package var reason: String

        package init(path: String, reason: String) {
            self.path = path
            self.reason = reason
        }
    }
}
