package import Session

extension Words {
    /// What of a container's balance was voided: it must not be overlooked because it no longer counts.
    package static func voided(_ balance: ContainerBalance) -> [String] {
        var sentences: [String] = []
        if let explanation = balance.explanation {
            sentences.append("void: \(explanation.text), witness \(explanation.witness)")
        } else if balance.isVoided {
            sentences.append("VOID, AND NO WITNESS HAS SAID WHY: it stays here")
        }
        if balance.voidedNanoliters > 0 {
            let volume = DoseArithmetic.milliliters(balance.voidedNanoliters)
            sentences.append("\(volume) entered as wasted or returned, and voided")
        }
        return sentences
    }
}
