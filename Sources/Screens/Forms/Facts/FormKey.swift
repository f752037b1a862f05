package import Canvas
package import Session

/// A key that opens a form from a place, and when.
package struct FormKey: Hashable, Sendable {
    package let key: Key
    /// One or two words for the hint bar; empty for keys that only the help lists.
    package let hint: String
    /// The line of the help, where it is not the form's own.
    package let help: String?
    package let reach: Reach
    /// What must be so, and what must not.
    package let wanted: FormCondition?
    package let unwanted: FormCondition?

    /// Where it opens the form.
    package enum Reach: Hashable, Sendable {
        case everywhere
        /// Where a patient can be checked in.
        case checkIn
        /// The same, with a chair chosen that nobody sits in.
        case emptyChair
        /// Wherever the next key acts on a session in one of these phases.
        case session(Set<Phase>)
    }

    init(
        _ key: Key,
        _ hint: String,
        _ reach: Reach,
        help: String? = nil,
        if wanted: FormCondition? = nil,
        unless unwanted: FormCondition? = nil
    ) {
        self.key = key
        self.hint = hint
        self.help = help
        self.reach = reach
        self.wanted = wanted
        self.unwanted = unwanted
    }

    /// A key that is one character, with a session in one of these phases.
    init(
        _ key: Character,
        _ hint: String,
        in phases: Set<Phase>,
        help: String? = nil,
        if wanted: FormCondition? = nil,
        unless unwanted: FormCondition? = nil
    ) {
        self.init(.character(key), hint, .session(phases), help: help, if: wanted, unless: unwanted)
    }

    /// The key as it is printed.
    package var shown: String { if case .character(let character) = key { String(character) } else { "Enter" } }

    /// Whether it is valid where the next key acts on a session in this phase, or on none.
    ///
    /// - Parameter checksIn: whether a patient can be checked in there.
    package func isValid(in phase: Phase?, _ conditions: Set<FormCondition>, checksIn: Bool) -> Bool {
        let isThere =
            switch reach {
            case .everywhere: true
            case .checkIn: checksIn
            case .emptyChair: checksIn && phase == nil
            case .session(let phases): phase.map(phases.contains) ?? false
            }
        return isThere && conditions.allow(if: wanted, unless: unwanted)
    }
}
