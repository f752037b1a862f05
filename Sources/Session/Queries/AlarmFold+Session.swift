extension AlarmFold {
    /// Begins with the entries a session has; nil where it has no protocol to judge them by.
    package init?(_ session: Session) {
        guard session.hasProtocol else { return nil }
        self.init(rules: session.rules)
        for event in session.entries { take(event) }
    }
}
