import ArgumentParser
import Session

/// Arithmetic as the screens compute it, for checking by hand.
struct CalcCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calc",
        abstract: "Arithmetic as the screens compute it.",
        subcommands: [DoseCalculation.self]
    )
}

struct DoseCalculation: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dose",
        abstract: "Dose, volume, rate and dose rate of an order."
    )

    @Option(help: "Weight in kg.") var weight: String
    @Option(help: "Dose in mg/kg.") var perKg: String
    @Option(help: "Duration in minutes.") var minutes: Int
    @Option(help: "Concentration in mg/mL.") var concentration: String

    func run() throws {
        let order = Order(
            drug: "ketamine",
            doseMicrogramsPerKg: try thousandths(perKg, "--per-kg"),
            weightGrams: try thousandths(weight, "--weight"),
            durationMinutes: minutes,
            concentrationMicrogramsPerMilliliter: try thousandths(concentration, "--concentration"),
            prescriber: "-",
            way: .written
        )
        guard let plan = DoseArithmetic.plan(order) else {
            throw ValidationError("weight, dose, minutes and concentration must be above 0")
        }
        print("dose       \(DoseArithmetic.milligrams(plan.doseMicrograms))")
        print("volume     \(DoseArithmetic.milliliters(plan.volumeNanoliters))")
        print("rate       \(DoseArithmetic.millilitersPerHour(plan.rateMicrolitersPerHour))")
        print(
            "pump       \(DoseArithmetic.millilitersPerHour(plan.pumpRateMicrolitersPerHour)), "
                + "\(DoseArithmetic.milligrams(plan.roundingDifferenceMicrograms)) more or less in all"
        )
        print("dose rate  \(DoseArithmetic.microgramsPerKgMinute(plan.nanogramsPerKgMinute))")
        print("           \(DoseArithmetic.milligramsPerKgHour(plan.microgramsPerKgHour))")
    }

    private func thousandths(_ text: String, _ option: String) throws -> Int {
        guard let value = DecimalText.scaled(text, decimals: 3), value > 0 else {
            throw ValidationError("\(option) must be a number above 0 with at most 3 decimals, not \(text)")
        }
        return value
    }
}
