/// Something that somebody has still to sign, authenticate or review.
package struct OpenItem: Hashable, Sendable {
    /// The entry it stands in.
    package var number: Int
    package var kind: Kind
    package var sentence: String

    package enum Kind: Hashable, Sendable {
        /// An order by telephone that its prescriber has not authenticated.
        case telephoneOrder
        /// A decision by telephone that its prescriber has not authenticated.
        case telephoneDecision
        /// Something that happened although a gate said no: for review.
        case deviation
        /// A container that is not mixed as its label says: for review.
        case dilution
        /// A step of the infusion whose time contradicts the others': it changes nothing about the dose.
        case contradiction
        /// An entry of drug drawn, wasted or returned that was voided: for review.
        case voidedDrug
    }
}
