import ArgumentParser

/// The key a station signs its seals with.
struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Show or change the key that seals are signed with.",
        subcommands: [KeyShow.self, KeyRotate.self],
        defaultSubcommand: KeyShow.self
    )
}
