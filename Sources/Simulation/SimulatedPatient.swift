package import Session
package import Station

/// A patient whose vitals follow published responses to 0.5 mg/kg over 40 min.
///
/// Mean peak at 40 min +16.0 mmHg systolic (standard deviation 11.2) and +11.0 diastolic (8.45) over 2,342 infusions
/// at Yale (General Hospital Psychiatry 2024), back at baseline by about 90 min. Everything else is a plausible figure
/// for a demonstration and no finding.
package struct SimulatedPatient: Hashable, Sendable {
    private let baseline: Response
    private let peak: Response
    /// The dissociation score at its height, 1 to 3.
    private let peakDissociation: Double

    private struct Response: Hashable, Sendable {
        var systolicMmHg: Double
        var diastolicMmHg: Double
        var heartRatePerMin: Double
        var spo2Percent: Double
        var respiratoryRatePerMin: Double
    }

    /// Standard deviation of one cuff reading; it is part of the published spread.
    private static let readingDeviationMmHg = 2.0

    package init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let systolic = random.normal(mean: 120, deviation: 8)
        baseline = Response(
            systolicMmHg: min(134, max(102, systolic)),
            diastolicMmHg: min(84, max(62, 74 + (systolic - 120) * 0.4 + random.normal(mean: 0, deviation: 4))),
            heartRatePerMin: min(90, max(58, random.normal(mean: 72, deviation: 8))),
            spo2Percent: min(99, max(96, random.normal(mean: 97.5, deviation: 0.8))),
            respiratoryRatePerMin: min(18, max(12, random.normal(mean: 14.5, deviation: 1.5)))
        )
        // A change is the difference of two readings: their own spread is taken out of the published one.
        let noise = 2 * Self.readingDeviationMmHg * Self.readingDeviationMmHg
        let common = random.normal(mean: 0, deviation: 1)
        func rise(_ mean: Double, _ deviation: Double) -> Double {
            let own = random.normal(mean: 0, deviation: 1)
            return mean + (deviation * deviation - noise).squareRoot() * (0.8 * common + 0.6 * own)
        }
        peak = Response(
            systolicMmHg: rise(16.0, 11.2),
            diastolicMmHg: rise(11.0, 8.45),
            heartRatePerMin: random.normal(mean: 7, deviation: 4),
            spo2Percent: -abs(random.normal(mean: 0.8, deviation: 0.5)),
            respiratoryRatePerMin: random.normal(mean: 1, deviation: 1)
        )
        peakDissociation = 1.6 + random.unit() * 1.8
    }

    /// A set of vitals so long after the dose began; nil is before it.
    package func vitals(minutes: Double?, _ random: inout SplitMix64) -> Vitals {
        let share = minutes.map(Self.share) ?? 0
        func value(_ base: Double, _ change: Double, _ noise: Double) -> Reading {
            .value(Int(random.normal(mean: base + change * share, deviation: noise).rounded()))
        }
        let score = dissociation(minutes: minutes)
        let spo2 = random.normal(mean: baseline.spo2Percent + peak.spo2Percent * share, deviation: 0.5).rounded()
        return Vitals([
            .systolicMmHg: value(baseline.systolicMmHg, peak.systolicMmHg, Self.readingDeviationMmHg),
            .diastolicMmHg: value(baseline.diastolicMmHg, peak.diastolicMmHg, Self.readingDeviationMmHg),
            .heartRatePerMin: value(baseline.heartRatePerMin, peak.heartRatePerMin, 2),
            .spo2Percent: .value(min(100, Int(spo2))),
            .respiratoryRatePerMin: value(baseline.respiratoryRatePerMin, peak.respiratoryRatePerMin, 0.7),
            .moaas: .value(score >= 2 ? 4 : 5),
        ])
    }

    /// What only the baseline and the last set hold.
    func fullVitals(minutes: Double?, _ random: inout SplitMix64) -> Vitals {
        var vitals = vitals(minutes: minutes, &random)
        vitals[.temperatureTenthsCelsius] = .value(366 + Int(random.next() % 5))
        vitals[.painNrs] = .value(0)
        vitals[.oxygenTenthsLiterPerMin] = .value(0)
        return vitals
    }

    /// The dissociation score, 0 to 3: highest from 20 to 40 min, gone by an hour.
    package func dissociation(minutes: Double?) -> Int {
        guard let minutes, minutes > 0 else { return 0 }
        let height: Double =
            switch minutes {
            case ..<20: minutes / 20
            case ..<42: 1
            case ..<65: (65 - minutes) / 23
            default: 0
            }
        return Int((peakDissociation * height).rounded())
    }

    /// The share of the peak change: rising to 40 min, falling to nothing at 90.
    private static func share(at minutes: Double) -> Double {
        let linear: Double =
            switch minutes {
            case ..<0: 0
            case ..<40: minutes / 40
            case ..<90: (90 - minutes) / 50
            default: 0
            }
        // Smooth at both ends, as the body is.
        return linear * linear * (3 - 2 * linear)
    }
}
