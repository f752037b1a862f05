import Journal
import Session
import Settings

/// What a start reads from files that people write: the station's configuration, and the protocols.
struct StationFiles {
    /// Nil until the first run's questions are answered.
    let configuration: StationConfiguration?
    let library: ProtocolLibrary

    init(of home: StationHome, protocolDirectory: String?) throws {
        configuration = try StationConfiguration.read(home: home.path)
        library = ProtocolLibrary(home: home.path, directory: protocolDirectory)
    }

    /// What the headers of this station's logs say.
    var names: StationNames {
        StationNames(station: configuration?.name ?? "Vigil", writer: ProgramVersion.writer)
    }
}
