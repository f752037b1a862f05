import Session

extension ProtocolFile {
    /// The alarm limits; `ranges` is nil while the entry ranges are not sound.
    static func alarms(_ map: YamlMapping, ranges: [Parameter: FieldRange]?) -> [Parameter: AlarmLimits] {
        var limits: [Parameter: AlarmLimits] = [:]
        for (parameter, node) in parameters(of: map) {
            limits[parameter] = node.mapping { block in
                let above = block.optional("atOrAbove")?.mapping {
                    side($0, parameter, rises: true, ranges?[parameter])
                }
                let below = block.optional("below")?.mapping { side($0, parameter, rises: false, ranges?[parameter]) }
                if above == nil, below == nil {
                    node.check(
                        false,
                        "there is no limit in this block",
                        cure: "add atOrAbove: or below:, or remove the block"
                    )
                }
                let lowest = above?.ordered.first
                let highest = below?.ordered.last
                if let lowest, let highest {
                    block.check(
                        highest <= lowest,
                        at: "below",
                        "a value between the two sides would alarm on both",
                        cure:
                            "keep every number of below at most at \(YamlNumber.text(lowest, digits: parameter.decimals))"
                    )
                }
                return AlarmLimits(
                    lowAtOrAbove: above?.low,
                    mediumAtOrAbove: above?.medium,
                    highAtOrAbove: above?.high,
                    lowBelow: below?.low,
                    mediumBelow: below?.medium,
                    highBelow: below?.high
                )
            }
        }
        return limits
    }

    private struct Side {
        var low: Int?
        var medium: Int?
        var high: Int?
        /// What there is, from the smallest number up.
        var ordered: [Int] { [low, medium, high].compactMap { $0 }.sorted() }
    }

    /// One side of a parameter's limits: a graver priority must lie further out.
    private static func side(_ map: YamlMapping, _ parameter: Parameter, rises: Bool, _ range: FieldRange?) -> Side {
        let digits = parameter.decimals
        let side = Side(
            low: map.optional("low")?.decimal(digits: digits),
            medium: map.optional("medium")?.decimal(digits: digits),
            high: map.optional("high")?.decimal(digits: digits)
        )
        let steps = [("low", side.low), ("medium", side.medium), ("high", side.high)].compactMap { name, value in
            value.map { (name, $0) }
        }
        for (nearer, further) in zip(steps, steps.dropFirst()) {
            map.check(
                rises ? nearer.1 < further.1 : nearer.1 > further.1,
                at: further.0,
                "\(further.0) must lie \(rises ? "above" : "below") \(nearer.0)",
                cure: "write a number \(rises ? "above" : "below") \(YamlNumber.text(nearer.1, digits: digits))"
            )
        }
        if let range {
            for (name, value) in steps {
                map.check(
                    range.hard.contains(value),
                    at: name,
                    "no value that can be typed reaches this limit",
                    cure: "keep it inside \(parameter.fileText(range.hard))"
                )
            }
        }
        return side
    }

    /// The parameters named by the keys of a block; unknown ones are refused.
    static func parameters(of map: YamlMapping) -> [(Parameter, YamlNode)] {
        map.all().compactMap { key, keyNode, value in
            guard let parameter = Parameter(fileKey: key) else {
                keyNode.refuse(
                    "\(key) is not a parameter",
                    cure: "write one of: \(Parameter.allCases.map(\.fileKey).joined(separator: ", "))"
                )
                return nil
            }
            return (parameter, value)
        }
    }

    /// What ends an alarm.
    static func alarmEnds(_ map: YamlMapping) -> AlarmEnds {
        let pressure = map.since(3, "pressureMmHg", before: 5) { $0.int(in: 0...50) }
        let margins: [Parameter: Int] = [
            .systolicMmHg: pressure,
            .diastolicMmHg: pressure,
            .heartRatePerMin: map.since(3, "heartRatePerMin", before: 5) { $0.int(in: 0...50) },
            .spo2Percent: map.since(3, "spo2Percent", before: 2) { $0.int(in: 0...10) },
            .respiratoryRatePerMin: map.since(3, "respiratoryRatePerMin", before: 2) { $0.int(in: 0...20) },
        ]
        return AlarmEnds(
            margins: margins,
            afterMinutes: map.since(3, "clearAfterMinutes", before: 5) { $0.int(in: 1...60) }
        )
    }

    /// The limits of a session that goes ahead on a baseline outside its range.
    static func goAhead(_ map: YamlMapping) -> GoAheadLimits {
        GoAheadLimits(
            systolicRiseMmHg: map.since(3, "systolicRiseMmHg", before: 25) { $0.int(in: 1...100) },
            diastolicRiseMmHg: map.since(3, "diastolicRiseMmHg", before: 15) { $0.int(in: 1...100) },
            systolicAtMostMmHg: map.since(3, "systolicAtMostMmHg", before: 170) { $0.int(in: 1...300) },
            diastolicAtMostMmHg: map.since(3, "diastolicAtMostMmHg", before: 105) { $0.int(in: 1...200) },
            systolicLowUnderMmHg: map.since(3, "systolicLowUnderMmHg", before: 10) { $0.int(in: 1...100) },
            diastolicLowUnderMmHg: map.since(3, "diastolicLowUnderMmHg", before: 5) { $0.int(in: 1...100) },
            spo2MediumUnder: map.since(3, "spo2MediumUnderPercent", before: 2) { $0.int(in: 1...20) },
            spo2HighUnder: map.since(3, "spo2HighUnderPercent", before: 4) { $0.int(in: 1...20) },
            spo2AtLeast: map.since(3, "spo2AtLeastPercent", before: 85) { $0.int(in: 50...100) }
        )
    }

    static func relative(_ map: YamlMapping) -> RelativePressure {
        RelativePressure(
            systolicRiseMmHg: map.int("systolicRiseMmHg", in: 1...200),
            diastolicRiseMmHg: map.int("diastolicRiseMmHg", in: 1...200),
            systolicFallPercent: map.int("systolicFallPercent", in: 1...100),
            systolicFallBelowMmHg: map.int("systolicFallOnlyBelowMmHg", in: 1...300),
            heartRateFallPerMin: map.int("heartRateFallPerMin", in: 0...200)
        )
    }
}
