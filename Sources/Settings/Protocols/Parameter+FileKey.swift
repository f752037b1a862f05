import Session

extension Parameter {
    /// The key in files: the unit as people write it.
    var fileKey: String { facts.fileKey }

    init?(fileKey: String) {
        guard let parameter = Parameter.allCases.first(where: { $0.fileKey == fileKey }) else { return nil }
        self = parameter
    }

    /// A range as it stands in files: `30..43`.
    func fileText(_ range: ClosedRange<Int>) -> String {
        "\(YamlNumber.text(range.lowerBound, digits: decimals))..\(YamlNumber.text(range.upperBound, digits: decimals))"
    }
}
