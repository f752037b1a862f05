import Session

extension ProtocolFile {
    /// The planned dose; mg become micrograms and mcg nanograms, exactly.
    static func dose(_ map: YamlMapping) -> DoseRules {
        let dose = DoseRules(
            drug: map.string("drug"),
            route: map.string("route"),
            allergyWords: map.since(3, "allergyWords", before: []) { $0.list().map { $0.string() } },
            doseMicrogramsPerKg: map.decimal("doseMgPerKg", digits: 3, in: 1...100_000),
            durationMinutes: map.int("durationMinutes", in: 1...1440),
            concentrationMicrogramsPerMilliliter: map.decimal("concentrationMgPerMl", digits: 3, in: 1...100_000),
            totalAskMicrograms: map.since(3, "askAboveTotalMg", before: 60) { $0.int(in: 1...100_000) } * 1000,
            concentrationAskMicrogramsPerMilliliter: map.since(3, "askAboveMgPerMl", before: 10) {
                $0.int(in: 1...1000)
            }
                * 1000,
            concentrationStopMicrogramsPerMilliliter: map.since(3, "stopAboveMgPerMl", before: 50) {
                $0.int(in: 1...1000)
            }
                * 1000,
            pumpStopPercent: map.since(3, "pumpStopPercent", before: 10) { $0.int(in: 3...100) },
            totalSoftMicrogramsPerKg: map.decimal("askAboveTotalMgPerKg", digits: 3, in: 1...100_000),
            totalHardMicrogramsPerKg: map.decimal("stopAboveTotalMgPerKg", digits: 3, in: 1...100_000),
            rateSoftNanogramsPerKgMinute: map.decimal("askAboveRateMcgPerKgPerMin", digits: 3, in: 1...1_000_000),
            rateHardNanogramsPerKgMinute: map.decimal("stopAboveRateMcgPerKgPerMin", digits: 3, in: 1...1_000_000),
            durationSoftMinutes: map.range("askOutsideDurationMinutes"),
            durationHardMinutes: map.int("stopBelowDurationMinutes", in: 0...1440)
        )
        map.check(
            dose.concentrationAskMicrogramsPerMilliliter <= dose.concentrationStopMicrogramsPerMilliliter,
            at: "askAboveMgPerMl",
            "the question comes after the stop",
            cure: "write at most the number of stopAboveMgPerMl"
        )
        map.check(
            dose.concentrationMicrogramsPerMilliliter <= dose.concentrationAskMicrogramsPerMilliliter,
            at: "concentrationMgPerMl",
            "the planned concentration is above askAboveMgPerMl",
            cure: "lower it, or raise askAboveMgPerMl"
        )
        map.check(
            dose.totalSoftMicrogramsPerKg <= dose.totalHardMicrogramsPerKg,
            at: "askAboveTotalMgPerKg",
            "the question comes after the stop",
            cure: "write at most the number of stopAboveTotalMgPerKg"
        )
        map.check(
            dose.doseMicrogramsPerKg <= dose.totalSoftMicrogramsPerKg,
            at: "doseMgPerKg",
            "the planned dose is above askAboveTotalMgPerKg",
            cure: "lower it, or raise askAboveTotalMgPerKg"
        )
        map.check(
            dose.rateSoftNanogramsPerKgMinute <= dose.rateHardNanogramsPerKgMinute,
            at: "askAboveRateMcgPerKgPerMin",
            "the question comes after the stop",
            cure: "write at most the number of stopAboveRateMcgPerKgPerMin"
        )
        map.check(
            dose.durationHardMinutes <= dose.durationSoftMinutes.lowerBound,
            at: "stopBelowDurationMinutes",
            "the stop comes before the question",
            cure: "write at most \(dose.durationSoftMinutes.lowerBound)"
        )
        map.check(
            dose.durationSoftMinutes.contains(dose.durationMinutes),
            at: "durationMinutes",
            "the planned duration is outside askOutsideDurationMinutes",
            cure: "write a duration inside it, or widen it"
        )
        map.check(
            dose.doseMicrogramsPerKg * 1000 <= dose.rateSoftNanogramsPerKgMinute * dose.durationMinutes,
            at: "durationMinutes",
            "the planned dose in this time is faster than askAboveRateMcgPerKgPerMin",
            cure: "lengthen it, or lower doseMgPerKg"
        )
        return dose
    }

    static func drugBalance(_ map: YamlMapping) -> DrugBalanceRules {
        DrugBalanceRules(
            toleranceMicrograms: map.decimal("toleranceMg", digits: 3, in: 0...100_000),
            tolerancePercent: map.int("tolerancePercent", in: 0...100)
        )
    }
}
