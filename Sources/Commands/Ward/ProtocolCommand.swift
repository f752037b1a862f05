import ArgumentParser
import Settings

/// Protocol files: which there are, and what is wrong with one before it reaches a patient.
struct ProtocolCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "protocol",
        abstract: "List or check protocol files.",
        subcommands: [ProtocolList.self, ProtocolCheck.self]
    )
}

/// The folder of the user's own protocol files.
func userProtocols() -> String? {
    ProtocolLibrary.directory(configHome: environment("XDG_CONFIG_HOME"), userHome: environment("HOME"))
}
