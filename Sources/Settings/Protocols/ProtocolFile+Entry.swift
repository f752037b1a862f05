import Session

extension ProtocolFile {
    struct Entry {
        var ranges: [Parameter: FieldRange]
        var weight: FieldRange
        var pulsePressure: ClosedRange<Int>
        var meanPressure: ClosedRange<Int>
    }

    /// What may be typed for each parameter; all of them, since any may be typed.
    static func entry(_ map: YamlMapping) -> Entry {
        var ranges: [Parameter: FieldRange] = [:]
        for parameter in Parameter.allCases {
            ranges[parameter] = map.mapping(parameter.fileKey) { fieldRange($0, digits: parameter.decimals) }
        }
        // Weight is kept in grams.
        let weight = map.mapping("weightKg") { fieldRange($0, digits: 3) }
        map.check(
            weight.hard.lowerBound > 0,
            at: "weightKg",
            "a weight of 0 would be taken",
            cure: "begin the hard range above 0"
        )
        return Entry(
            ranges: ranges,
            weight: weight,
            pulsePressure: map.mapping("pulsePressureMmHg") { $0.range("soft") },
            meanPressure: map.mapping("meanPressureMmHg") { $0.range("soft") }
        )
    }

    private static func fieldRange(_ map: YamlMapping, digits: Int) -> FieldRange {
        let hard = map.range("hard", digits: digits)
        let soft = map.optional("soft")?.range(digits: digits)
        let jump = map.optional("jump")?.decimal(digits: digits)
        let fall = map.optional("fall")?.decimal(digits: digits)
        if let soft {
            map.check(
                hard.lowerBound <= soft.lowerBound && soft.upperBound <= hard.upperBound,
                at: "soft",
                "the soft range reaches outside the hard range",
                cure: "keep it inside "
                    + "\(YamlNumber.text(hard.lowerBound, digits: digits))..\(YamlNumber.text(hard.upperBound, digits: digits))"
            )
        }
        map.check(jump == nil || fall == nil, at: "fall", "jump and fall stand together", cure: "keep one of them")
        if let jump { map.check(jump > 0, at: "jump", "the jump must be above 0", cure: "remove it to ask nothing") }
        if let fall { map.check(fall > 0, at: "fall", "the fall must be above 0", cure: "remove it to ask nothing") }
        return FieldRange(hard: hard, soft: soft, delta: jump ?? fall, deltaCountsFallsOnly: fall != nil)
    }
}
