extension DoseArithmetic {
    /// `56.25 mg`, at most so many decimals, no trailing zeros.
    package static func milligrams(_ micrograms: Int, decimals: Int = 3) -> String {
        DecimalText.text(micrograms, decimals: 3, shownDecimals: decimals) + " mg"
    }

    /// `0.499 mL`: as it was typed, with every decimal it has.
    package static func milliliters(_ nanoliters: Int) -> String { DecimalText.text(nanoliters, decimals: 6) + " mL" }

    /// `10.5667 mL`: a volume that was worked out, with as many decimals as its drug needs.
    ///
    /// The stronger the drug, the more of it the last digit holds: at 100 mg/mL a tenth of a millilitre is 10 mg. From
    /// what is printed the drug follows to `step` micrograms; at least one decimal is kept, and a pump shows one.
    package static func milliliters(
        _ nanoliters: Int,
        concentrationMicrogramsPerMilliliter: Int,
        toMicrograms step: Int = 1
    ) -> String {
        let decimals = (1..<6).first { concentrationMicrogramsPerMilliliter <= step * DecimalText.power($0) } ?? 6
        return DecimalText.text(nanoliters, decimals: 6, shownDecimals: decimals) + " mL"
    }

    /// `84.375 mL/h`, with every decimal it has; `60 mL/h`, since a blurred `60.0` is read as 600.
    package static func millilitersPerHour(_ microlitersPerHour: Int) -> String {
        DecimalText.text(microlitersPerHour, decimals: 3) + " mL/h"
    }

    /// `16.667 mcg/kg/min`; "mcg", since a handwritten or blurred "µg" is read as "mg".
    package static func microgramsPerKgMinute(_ nanogramsPerKgMinute: Int, decimals: Int = 3) -> String {
        DecimalText.text(nanogramsPerKgMinute, decimals: 3, shownDecimals: decimals) + " mcg/kg/min"
    }

    /// `0.75 mg/kg/h`.
    package static func milligramsPerKgHour(_ microgramsPerKgHour: Int, decimals: Int = 3) -> String {
        DecimalText.text(microgramsPerKgHour, decimals: 3, shownDecimals: decimals) + " mg/kg/h"
    }

    /// `0.5 mg/kg`.
    package static func milligramsPerKg(_ microgramsPerKg: Int) -> String {
        DecimalText.text(microgramsPerKg, decimals: 3) + " mg/kg"
    }

    /// `1 mg/mL`.
    package static func milligramsPerMilliliter(_ microgramsPerMilliliter: Int) -> String {
        DecimalText.text(microgramsPerMilliliter, decimals: 3) + " mg/mL"
    }

    /// `63.4 kg`.
    package static func kilograms(_ grams: Int) -> String {
        DecimalText.text(grams, decimals: 3) + " kg"
    }
}
