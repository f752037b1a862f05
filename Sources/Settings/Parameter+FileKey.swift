import Session

extension Parameter {
    /// The key in files: the unit as people write it, where the stored integer counts tenths.
    var fileKey: String {
        switch self {
        case .temperatureTenthsCelsius: "temperatureCelsius"
        case .oxygenTenthsLiterPerMin: "oxygenLiterPerMin"
        case .systolicMmHg, .diastolicMmHg, .heartRatePerMin, .spo2Percent, .respiratoryRatePerMin, .etco2MmHg,
            .painNrs, .moaas, .rass:
            rawValue
        }
    }

    init?(fileKey: String) {
        guard let parameter = Parameter.allCases.first(where: { $0.fileKey == fileKey }) else { return nil }
        self = parameter
    }

    /// A range as it stands in files: `30..43`.
    func fileText(_ range: ClosedRange<Int>) -> String {
        "\(YamlNumber.text(range.lowerBound, digits: decimals))..\(YamlNumber.text(range.upperBound, digits: decimals))"
    }
}
