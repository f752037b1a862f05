/// What was seen of the patient's mind: dissociation 0 to 4, distress, and a few words.
///
/// An observer's scale made for this record: 0 none, 1 slight, 2 clear but conversational, 3 hard to engage,
/// 4 unreachable. It is not a published instrument.
package struct Dissociation: Hashable, Sendable {
    /// From this score on somebody has to go and look: a proposal, needs the medical director's sign-off.
    static let unreachableScore = 4

    package var score: Int
    /// Nil where nobody asked: a score typed among the vitals says nothing of it.
    package var isDistressed: Bool?
    /// Sedation at the same look, where it was scored.
    package var moaas: Int?
    package var rass: Int?
    package var text: String

    package init(score: Int, isDistressed: Bool? = nil, moaas: Int? = nil, rass: Int? = nil, text: String = "") {
        self.score = score
        self.isDistressed = isDistressed
        self.moaas = moaas
        self.rass = rass
        self.text = text
    }
}

extension Dissociation {
    /// The sedation scored at the same look; nil for every parameter that no note holds.
    package subscript(parameter: Parameter) -> Reading? {
        switch parameter {
        case .moaas: moaas.map { .value($0) }
        case .rass: rass.map { .value($0) }
        case .systolicMmHg, .diastolicMmHg, .heartRatePerMin, .spo2Percent, .respiratoryRatePerMin,
            .temperatureTenthsCelsius, .oxygenTenthsLiterPerMin, .etco2MmHg, .painNrs:
            nil
        }
    }
}
