/// What became of a container's drug, in nanolitres and micrograms.
package struct ContainerBalance: Hashable, Sendable {
    /// The number of the entry by which it was drawn.
    package var number: Int
    package var container: DrugContainer
    /// Whether that entry is void: the drug stays here until a witness says why.
    package var isVoided: Bool
    package var explanation: DrugExplanation?
    package var givenNanoliters: Int
    package var wastedNanoliters: Int
    package var returnedNanoliters: Int
    /// What was entered as wasted or returned and then voided: it counts as still there.
    package var voidedNanoliters: Int
    /// Drawn less given, wasted and returned; what nobody accounted for.
    package var differenceMicrograms: Int
    package var isBalanced: Bool

    /// The name it is spoken of by: two of one name are never one.
    package var name: String { isVoided ? "\(container.name), void (entry \(number))" : container.name }
}
