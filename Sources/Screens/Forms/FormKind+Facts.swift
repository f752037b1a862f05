package import Session

extension FormKind {
    /// What the form is.
    package var facts: FormFacts { Self.rows[self] ?? sheet.facts }

    /// The facts of each sheet, asked once: keys and menus look at all of them.
    private static let rows = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.sheet.facts) })

    /// What it is called on screens and in menus.
    package var words: String { facts.words }

    /// Whether what it enters belongs to one session.
    package var needsSession: Bool { facts.needsSession }

    /// The key that leads to it in a phase: its own, else that of the session menu it stands in; nil where none does.
    package func key(in phase: Phase) -> Character? {
        let own = facts.keys.lazy.compactMap { key -> Character? in
            switch key.reach {
            case .everywhere: key.shown.first
            case .session(let phases): phases.contains(phase) ? key.shown.first : nil
            case .checkIn, .emptyChair: nil
            }
        }
        return own.first ?? (facts.menu?.ranks[phase] == nil ? nil : FormKind.sessionMenu.key(in: phase))
    }
}
