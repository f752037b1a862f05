import ArgumentParser

/// Arithmetic as the screens compute it, for checking by hand.
struct CalcCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calc",
        abstract: "Arithmetic as the screens compute it.",
        subcommands: [DoseCalculation.self]
    )
}
