import ArgumentParser
import Glibc

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
