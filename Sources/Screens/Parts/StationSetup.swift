package import Session

/// The answers of the first run.
package struct StationSetup: Hashable, Sendable {
    package var stationName: String
    package var chairs: [String]
    package var staffName: String
    package var staffRole: StaffRole

    package init(stationName: String, chairs: [String], staffName: String, staffRole: StaffRole) {
        self.stationName = stationName
        self.chairs = chairs
        self.staffName = staffName
        self.staffRole = staffRole
    }
}
