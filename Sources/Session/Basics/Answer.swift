/// The answer to a checklist item.
package enum Answer: Hashable, Sendable {
    case yes
    case no
    case notApplicable(reason: String)
    case text(String)
}
