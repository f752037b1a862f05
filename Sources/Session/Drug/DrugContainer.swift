/// A syringe or bag with the drug, as drawn up.
package struct DrugContainer: Hashable, Sendable {
    /// `A`, `B`: the name it is called by in this session.
    package var name: String
    package var drug: String
    package var vialStrengthMicrogramsPerMilliliter: Int
    package var concentrationMicrogramsPerMilliliter: Int
    package var volumeNanoliters: Int
    /// What was taken from the vial; nil in records from before it was kept.
    package var fromVialNanoliters: Int?

    package init(
        name: String,
        drug: String,
        vialStrengthMicrogramsPerMilliliter: Int,
        concentrationMicrogramsPerMilliliter: Int,
        volumeNanoliters: Int,
        fromVialNanoliters: Int? = nil
    ) {
        self.name = name
        self.drug = drug
        self.vialStrengthMicrogramsPerMilliliter = vialStrengthMicrogramsPerMilliliter
        self.concentrationMicrogramsPerMilliliter = concentrationMicrogramsPerMilliliter
        self.volumeNanoliters = volumeNanoliters
        self.fromVialNanoliters = fromVialNanoliters
    }

    package var micrograms: Int {
        volumeNanoliters / 1000 * concentrationMicrogramsPerMilliliter / 1000
            + volumeNanoliters % 1000 * concentrationMicrogramsPerMilliliter / 1_000_000
    }
}
