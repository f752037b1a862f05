extension DrugContainer {
    /// How far the label may be from what vial and volumes come to, in percent: what syringes measure.
    private static let tolerancePercent = 2

    /// Whether there is such a container: up to 10 L, from a vial of up to 1 g/mL.
    package var isPossible: Bool {
        volumeNanoliters <= 10_000_000_000 && fromVialNanoliters ?? 0 <= 10_000_000_000
            && vialStrengthMicrogramsPerMilliliter <= 1_000_000
    }

    /// What vial and volumes come to; nil where what came from the vial was not kept.
    package var mixedMicrogramsPerMilliliter: Int? {
        guard let taken = fromVialNanoliters, taken > 0, volumeNanoliters > 0, isPossible else { return nil }
        return DoseArithmetic.divide(taken * vialStrengthMicrogramsPerMilliliter, by: volumeNanoliters)
    }

    /// Whether a label is as near to what was mixed as syringes measure; both in micrograms per millilitre.
    package static func isLabelled(_ label: Int, asMixed mixed: Int) -> Bool {
        abs(label - mixed) * 100 <= mixed * tolerancePercent
    }

    /// Why the label cannot be right, in words; nil while it is within the tolerance.
    package var dilutionProblem: String? {
        guard let mixed = mixedMicrogramsPerMilliliter else { return nil }
        let label = concentrationMicrogramsPerMilliliter
        guard !Self.isLabelled(label, asMixed: mixed) else { return nil }
        return "the label says \(DoseArithmetic.milligramsPerMilliliter(label)), vial and volumes come to "
            + "\(DoseArithmetic.milligramsPerMilliliter(mixed)): over \(Self.tolerancePercent) % apart"
    }
}
