package import Session

/// Where a form stands in the session's menu.
package struct FormMenu: Hashable, Sendable {
    /// The letter that opens it, the same in every phase.
    package let key: Character
    /// The phases it belongs to, and its rank among their forms.
    package let ranks: [Phase: Int]
    package let wanted: FormCondition?

    init(_ key: Character, _ ranks: [Phase: Int], if wanted: FormCondition? = nil) {
        self.key = key
        self.ranks = ranks
        self.wanted = wanted
    }

    /// A line of the menu.
    package struct Entry: Hashable, Sendable {
        package var key: Character
        package var kind: FormKind
    }

    /// The menu of a session in a phase, in its order.
    package static func entries(in phase: Phase, _ conditions: Set<FormCondition>) -> [Entry] {
        let found = FormKind.allCases.enumerated().compactMap { index, kind -> (rank: [Int], entry: Entry)? in
            guard let menu = kind.facts.menu, let rank = menu.ranks[phase],
                conditions.allow(if: menu.wanted, unless: nil)
            else { return nil }
            return ([rank, index], Entry(key: menu.key, kind: kind))
        }
        return found.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.map(\.entry)
    }
}
