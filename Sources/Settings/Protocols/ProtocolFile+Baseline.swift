import Session

extension ProtocolFile {
    /// The score that is no parameter of a set, as the list of what a baseline has names it.
    private static let dissociation = "dissociation"

    /// What of the baseline set holds or stops a start; `ranges` is nil while the entry ranges are not sound.
    static func baseline(_ map: YamlMapping, ranges: [Parameter: FieldRange]?) -> BaselineRules {
        var requiresDissociation = false
        let required = map.list("required").compactMap { node -> Parameter? in
            let key = node.string()
            if key == dissociation {
                requiresDissociation = true
                return nil
            }
            if let parameter = Parameter(fileKey: key) { return parameter }
            node.refuse(
                "\(key) is not a parameter",
                cure: "write one of: \(Parameter.allCases.map(\.fileKey).joined(separator: ", ")), \(dissociation)"
            )
            return nil
        }
        let baseline = BaselineRules(
            cautionSystolicAbove: map.int("cautionAboveSystolicMmHg", in: 1...300),
            cautionDiastolicAbove: map.int("cautionAboveDiastolicMmHg", in: 1...200),
            repeatAfterMinutes: map.since(2, "repeatAfterMinutes", before: 5) { $0.int(in: 1...60) },
            hold: map.mapping("decideOutside") { outside($0, ranges: ranges, around: [:]) },
            stop: [:],
            required: required,
            requiresDissociation: requiresDissociation
        )
        var complete = baseline
        complete.stop = map.mapping("stopOutside") { outside($0, ranges: ranges, around: baseline.hold) }
        map.check(
            Set(required).count == required.count,
            at: "required",
            "a parameter is named twice",
            cure: "name each once"
        )
        map.check(
            Set(required).isSuperset(of: [.systolicMmHg, .diastolicMmHg]),
            at: "required",
            "a baseline without blood pressure is not one",
            cure: "add systolicMmHg and diastolicMmHg"
        )
        map.check(
            Set(complete.hold.keys).union(complete.stop.keys).isSubset(of: required),
            at: "required",
            "a parameter of decideOutside or stopOutside is not required",
            cure: "add it, or nobody will notice that it is missing"
        )
        return complete
    }

    /// Ranges by parameter, each inside what can be typed and around the range of the milder consequence.
    private static func outside(
        _ map: YamlMapping,
        ranges: [Parameter: FieldRange]?,
        around milder: [Parameter: ClosedRange<Int>]
    ) -> [Parameter: ClosedRange<Int>] {
        var result: [Parameter: ClosedRange<Int>] = [:]
        for (parameter, node) in parameters(of: map) {
            let range = node.range(digits: parameter.decimals)
            result[parameter] = range
            if let hard = ranges?[parameter]?.hard {
                map.check(
                    hard.lowerBound <= range.lowerBound && range.upperBound <= hard.upperBound,
                    at: parameter.fileKey,
                    "the range reaches outside what can be typed",
                    cure: "keep it inside \(parameter.fileText(hard))"
                )
            }
            if let inner = milder[parameter] {
                map.check(
                    range.lowerBound <= inner.lowerBound && inner.upperBound <= range.upperBound,
                    at: parameter.fileKey,
                    "a start is stopped before the prescriber is asked",
                    cure: "write a range around \(parameter.fileText(inner))"
                )
            }
        }
        return result
    }
}
