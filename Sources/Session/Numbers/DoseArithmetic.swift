/// The arithmetic of an infusion, in integers with the unit last in the name; each result is rounded half up, once.
package enum DoseArithmetic {
    /// Weight times dose per kg.
    package static func doseMicrograms(weightGrams: Int, microgramsPerKg: Int) -> Int {
        divide(weightGrams * microgramsPerKg, by: 1000)
    }

    /// The volume that holds a dose.
    package static func volumeNanoliters(micrograms: Int, concentrationMicrogramsPerMilliliter: Int) -> Int {
        divide(micrograms * 1_000_000, by: concentrationMicrogramsPerMilliliter)
    }

    /// The dose that a volume holds.
    package static func micrograms(volumeNanoliters: Int, concentrationMicrogramsPerMilliliter: Int) -> Int {
        divide(volumeNanoliters * concentrationMicrogramsPerMilliliter, by: 1_000_000)
    }

    /// The rate that gives a volume in so many minutes.
    package static func rateMicrolitersPerHour(volumeNanoliters: Int, minutes: Int) -> Int {
        divide(volumeNanoliters * 60, by: minutes * 1000)
    }

    /// The dose per weight and minute that a rate gives; nanograms, so that 12.5 mcg/kg/min is exact.
    package static func nanogramsPerKgMinute(
        rateMicrolitersPerHour: Int,
        concentrationMicrogramsPerMilliliter: Int,
        weightGrams: Int
    ) -> Int {
        // A microlitre per hour at a microgram per millilitre is a nanogram per hour.
        divide(rateMicrolitersPerHour * concentrationMicrogramsPerMilliliter * 1000, by: 60 * weightGrams)
    }

    /// The dose per weight and hour that a rate gives; 750 is 0.75 mg/kg/h.
    package static func microgramsPerKgHour(
        rateMicrolitersPerHour: Int,
        concentrationMicrogramsPerMilliliter: Int,
        weightGrams: Int
    ) -> Int {
        divide(rateMicrolitersPerHour * concentrationMicrogramsPerMilliliter, by: weightGrams)
    }

    /// Integer division rounded half up, away from zero on both sides.
    package static func divide(_ dividend: Int, by divisor: Int) -> Int {
        precondition(divisor > 0, "a divisor is a weight, a time or a concentration, and those are above 0")
        let quotient = dividend / divisor
        let rest = dividend % divisor
        guard rest.magnitude >= divisor.magnitude - rest.magnitude else { return quotient }
        return dividend < 0 ? quotient - 1 : quotient + 1
    }
}
