extension DrugContainer {
    /// How far the label may be from what vial and volumes come to, in percent: what syringes measure.
    private static let tolerancePercent = 2

    /// What vial and volumes come to; nil where what came from the vial was not kept.
    package var mixedMicrogramsPerMilliliter: Int? {
        guard let taken = fromVialNanoliters, taken > 0, volumeNanoliters > 0, taken <= 10_000_000_000,
            vialStrengthMicrogramsPerMilliliter <= 1_000_000
        else { return nil }
        return DoseArithmetic.divide(taken * vialStrengthMicrogramsPerMilliliter, by: volumeNanoliters)
    }

    /// Why the label cannot be right, in words; nil while it is within the tolerance.
    package var dilutionProblem: String? {
        guard let mixed = mixedMicrogramsPerMilliliter else { return nil }
        let label = concentrationMicrogramsPerMilliliter
        guard abs(label - mixed) * 100 > mixed * Self.tolerancePercent else { return nil }
        return "the label says \(DoseArithmetic.milligramsPerMilliliter(label)), vial and volumes come to "
            + "\(DoseArithmetic.milligramsPerMilliliter(mixed)): over \(Self.tolerancePercent) % apart"
    }
}
