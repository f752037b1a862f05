extension Command {
    /// What has already happened, where it is that; else the command itself.
    var innermost: Command {
        if case .alreadyHappened(let command, _, _) = self { command.innermost } else { self }
    }
}
