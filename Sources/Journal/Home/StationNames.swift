/// What a log's header says about who writes it.
package struct StationNames: Hashable, Sendable {
    package var station: String
    /// The program and its version.
    package var writer: String

    package init(station: String, writer: String) {
        self.station = station
        self.writer = writer
    }
}
