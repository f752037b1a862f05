import Canvas
package import Session

/// Every key of every place, of the session menu and of the forms, for printing; from the tables that bind them.
package enum KeyList {
    /// The keys of one place, or of what is the same in all.
    package struct Section: Hashable, Sendable {
        package let title: String
        package let rows: [Row]
    }

    /// A key, what it does, and with which sessions.
    package struct Row: Hashable, Sendable {
        package let key: String
        package let does: String
        package let when: When
    }

    package enum When: Hashable, Sendable {
        case always
        /// Where the chosen chair is empty.
        case noSession
        /// While an entry that was just saved is echoed.
        case afterEntry
        /// With a session in one of these phases, in their order.
        case phases([Phase])
    }

    package static let sections: [Section] = Places.tables.map(section) + [menu, forms]

    private static func section(_ table: KeyTable) -> Section {
        var rows: [Row] = []
        for binding in table.bindings {
            // Digits and arrows are one line each.
            if rows.contains(where: { $0.key == binding.shown && $0.does == binding.help }) { continue }
            guard let when = when(binding, in: table.place) else { continue }
            rows.append(Row(key: binding.shown, does: binding.help, when: when))
        }
        return Section(title: table.place, rows: rows)
    }

    /// When a key is valid; nil where it never is in this place.
    private static func when(_ binding: Binding, in place: String) -> When? {
        func isValid(_ phase: Phase?, hasEcho: Bool) -> Bool {
            FormCondition.sets.contains { conditions in
                guard var situation = Places.situation(in: place, phase) else { return false }
                situation.conditions = conditions
                situation.hasEcho = hasEcho
                return binding.isValid(situation)
            }
        }
        let phases = Phase.allCases.filter { isValid($0, hasEcho: false) }
        if isValid(nil, hasEcho: false) { return phases.isEmpty ? .noSession : .always }
        if !phases.isEmpty { return .phases(phases) }
        return isValid(nil, hasEcho: true) ? .afterEntry : nil
    }

    private static let menu = Section(
        title: "Session menu (\(FormKind.sessionMenu.facts.keys.map(\.shown).joined()))",
        rows: FormKind.allCases.compactMap { kind in
            kind.facts.menu.map { menu in
                let phases = Phase.allCases.filter { menu.ranks[$0] != nil }
                return Row(key: String(menu.key), does: kind.facts.help, when: .phases(phases))
            }
        }
    )

    private static let forms = Section(
        title: "Filling in a form",
        rows: EditingKey.all.map { editing in
            let key = editing.also.isEmpty ? editing.shown : "\(editing.shown), \(editing.also)"
            return Row(key: key, does: editing.help, when: .always)
        }
    )
}
