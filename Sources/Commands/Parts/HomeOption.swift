import ArgumentParser
import EventLog
import Glibc
import Journal
import Settings

/// Where a station keeps its logs.
struct HomeOption: ParsableArguments {
    @Option(name: .customLong("home"), help: "The station's folder; otherwise $VIGIL_HOME or the XDG state folder.")
    var given: String?

    /// The folder: the option, or the usual one.
    func path() throws -> String {
        if let path = given.map(Self.absolute) ?? Self.usual() { return path }
        throw Failure("no folder for the station is known", cure: "set VIGIL_HOME, or give --home DIR")
    }

    /// `$VIGIL_HOME`, `$XDG_STATE_HOME/vigil`, or `~/.local/state/vigil`; nil where none of them is set.
    static func usual() -> String? {
        if let home = environment("VIGIL_HOME") { return absolute(home) }
        if let state = environment("XDG_STATE_HOME") { return absolute(state + "/vigil") }
        return environment("HOME").map { absolute($0 + "/.local/state/vigil") }
    }

    static func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        guard let current = getcwd(nil, 0) else { return path }
        defer { free(current) }
        return String(cString: current) + "/" + path
    }
}

/// A variable of the environment, nil where it is unset or empty.
func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
}

/// The station's folder at a path, with the other disk that its configuration names for logs.
///
/// A configuration that cannot be read keeps nobody from reading the logs.
func journalHome(_ path: String) -> JournalHome {
    let configuration = try? StationConfiguration.read(home: path)
    return JournalHome(path: path, disk: SystemDisk(), fallback: configuration?.fallback)
}

/// The station's folder that a log lies in, and the log with the part of it that stands on another disk; nil for a log
/// elsewhere.
func journalHome(around log: LogLocation) -> (home: JournalHome, log: LogLocation)? {
    guard let shape = JournalHome(around: log, disk: SystemDisk()) else { return nil }
    let home = journalHome(shape.path)
    let folder = log.directory.dropFirst(home.path.utf8.count + 1)
    let fallback = home.fallback.map { "\($0)/\(folder)" }
    return (home, LogLocation(directory: log.directory, prefix: log.prefix, fallback: fallback))
}
