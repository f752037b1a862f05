import ArgumentParser
import Streams
import Session
import Settings

struct DoseCalculation: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dose",
        abstract: "Dose, volume, rate and dose rate of an order."
    )

    @Option(help: "Weight in kg.") var weight: String
    @Option(help: "Dose in mg/kg.") var perKg: String
    @Option(help: "Duration in minutes.") var minutes: Int
    @Option(help: "Concentration in mg/mL.") var concentration: String
    @Option(
        name: .customLong("protocol"),
        help: ArgumentHelp("The protocol file whose weights hold; else the shipped one's.", valueName: "file")
    )
    var protocolFile: String?

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
        try checkWeight(order.weightGrams)
        guard let plan = DoseArithmetic.plan(order) else {
            throw ValidationError(
                "dose, minutes and concentration must be above 0, and at most 1000 mg/kg, 100000 min and 1000 mg/mL"
            )
        }
        try reporting { try say(Self.lines(plan)) }
    }

    static func lines(_ plan: DoseArithmetic.Plan) -> [String] {
        var lines = [
            "dose       \(DoseArithmetic.milligrams(plan.doseMicrograms))", "volume     \(plan.volumeText)",
            "rate       \(plan.rateText)", "pump       \(plan.pumpRateText)",
        ]
        if plan.pumpRateMicrolitersPerHour > 0 {
            let difference = plan.roundingDifferenceMicrograms
            let words = "\(DoseArithmetic.milligrams(abs(difference))) \(difference < 0 ? "less" : "more") than ordered"
            lines[3] += ", gives \(DoseArithmetic.milligrams(plan.pumpDoseMicrograms))"
            if difference != 0 { lines[3] += ", \(words)" }
        }
        return lines + [
            "dose rate  \(DoseArithmetic.microgramsPerKgMinute(plan.nanogramsPerKgMinute))",
            "           \(DoseArithmetic.milligramsPerKgHour(plan.microgramsPerKgHour))",
        ]
    }

    /// Refuses what no screen would take: a slip of the decimal point comes to a dose as readily as the right weight.
    private func checkWeight(_ grams: Int) throws {
        guard let rules = try rules() else { throw ExitCode(1) }
        let check = VitalsCheck.checkWeight(grams: grams, rule: rules.weight, lastGrams: nil)
        if let problem = check.problems.first {
            throw ValidationError("--weight: \(problem.sentence), what protocol \(rules.id) takes")
        }
    }

    /// The rules of the file that is named, else of the shipped one; nil once what is wrong with the file is said.
    private func rules() throws -> InfusionProtocol? {
        guard let protocolFile else {
            let shipped = ProtocolFile.shipped[0]
            return try ProtocolFile.read(bytes: shipped.bytes, name: shipped.name)
        }
        let report = ProtocolFile.check(protocolFile)
        for problem in report.problems { complain("vigil: \(problem)") }
        return report.rules
    }

    private func thousandths(_ text: String, _ option: String) throws -> Int {
        guard let value = DecimalText.scaled(text, decimals: 3), value > 0 else {
            throw ValidationError("\(option) must be a number above 0 with at most 3 decimals, not \(text)")
        }
        return value
    }
}
