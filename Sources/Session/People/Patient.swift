/// Who is treated, as entered at check-in.
package struct Patient: Hashable, Sendable {
    /// `Family, Given`, kept as typed.
    package var name: String
    package var birthDate: CivilDate
    /// The medical record number, or `TEMP-n` until there is one.
    package var mrn: String
    package var sex: Sex
    /// Today's weight in grams: what doses are reckoned from.
    package var weightGrams: Int
    /// The pounds it was typed in, in thousandths; nil where it was typed in kilograms.
    package var weightThousandthsOfPound: Int?
    /// As typed; "none known" is an answer, empty is not.
    package var allergies: String
    package var escort: Escort

    package init(
        name: String,
        birthDate: CivilDate,
        mrn: String,
        sex: Sex,
        weightGrams: Int,
        allergies: String,
        escort: Escort,
        weightThousandthsOfPound: Int? = nil
    ) {
        self.name = name
        self.birthDate = birthDate
        self.mrn = mrn
        self.sex = sex
        self.weightGrams = weightGrams
        self.allergies = allergies
        self.escort = escort
        self.weightThousandthsOfPound = weightThousandthsOfPound
    }

    /// The weight in the unit it was typed in.
    package var weight: DecimalWeight {
        DecimalWeight(grams: weightGrams, poundThousandths: weightThousandthsOfPound)
    }
}

extension Patient {
    /// Whether what two persons checked at the time-out is different: who it is, the weight, the allergies.
    func isTreated(otherwiseThan other: Patient) -> Bool {
        name != other.name || birthDate != other.birthDate || mrn != other.mrn || weightGrams != other.weightGrams
            || allergies != other.allergies
    }
}
