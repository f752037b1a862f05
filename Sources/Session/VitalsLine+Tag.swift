extension VitalsLine {
    /// A field that can be typed by its letters, in lower or upper case.
    package enum Tag: CaseIterable, Hashable, Sendable {
        case bloodPressure
        case heartRate
        case spo2
        case respiratoryRate
        case moaas
        case rass
        case dissociation
        case temperature
        case pain
        case oxygen
        case etco2

        /// What may be typed for it, the shortest first.
        package var spellings: [String] {
            switch self {
            case .bloodPressure: ["bp"]
            case .heartRate: ["hr"]
            case .spo2: ["s", "sat", "spo2"]
            case .respiratoryRate: ["rr"]
            case .moaas: ["m", "moaas"]
            case .rass: ["r", "rass"]
            case .dissociation: ["d", "dis"]
            case .temperature: ["t", "temp"]
            case .pain: ["p", "pain"]
            // Not "o2": that is two litres.
            case .oxygen: ["o", "oxygen"]
            case .etco2: ["e", "etco2"]
            }
        }

        package var shortest: String { spellings[0] }

        /// What it fills: two for a pressure, none for dissociation, which is not a vital sign.
        package var parameters: [Parameter] {
            switch self {
            case .bloodPressure: [.systolicMmHg, .diastolicMmHg]
            case .heartRate: [.heartRatePerMin]
            case .spo2: [.spo2Percent]
            case .respiratoryRate: [.respiratoryRatePerMin]
            case .moaas: [.moaas]
            case .rass: [.rass]
            case .dissociation: []
            case .temperature: [.temperatureTenthsCelsius]
            case .pain: [.painNrs]
            case .oxygen: [.oxygenTenthsLiterPerMin]
            case .etco2: [.etco2MmHg]
            }
        }

        package var label: String {
            switch self {
            case .bloodPressure: "BP"
            case .dissociation: "Dissociation"
            case .heartRate, .spo2, .respiratoryRate, .moaas, .rass, .temperature, .pain, .oxygen, .etco2:
                parameters[0].label
            }
        }

        /// A device can fail to read it; a score can only be left undone.
        package var canBeUnmeasurable: Bool {
            switch self {
            case .bloodPressure, .heartRate, .spo2, .respiratoryRate, .temperature, .etco2: true
            case .moaas, .rass, .dissociation, .pain, .oxygen: false
            }
        }

        /// A patient asleep is not woken for a score: `-` says so by itself and needs no reason.
        var reasonByItself: String? {
            switch self {
            case .moaas, .rass: "not disturbed"
            case .bloodPressure, .heartRate, .spo2, .respiratoryRate, .dissociation, .temperature, .pain, .oxygen,
                .etco2:
                nil
            }
        }

        var meaning: Meaning {
            switch self {
            case .bloodPressure: .bloodPressure
            case .dissociation: .dissociation
            case .heartRate, .spo2, .respiratoryRate, .moaas, .rass, .temperature, .pain, .oxygen, .etco2:
                .parameter(parameters[0])
            }
        }

        var field: String { parameters.first?.rawValue ?? "dissociation" }

        /// The tag that fills a parameter.
        package init?(_ parameter: Parameter) {
            guard let tag = Self.allCases.first(where: { $0.parameters.contains(parameter) }) else { return nil }
            self = tag
        }

        /// The tag a word begins with, and what follows; the longest spelling wins, and letters may not follow it.
        static func leading(_ word: String) -> (tag: Tag, rest: String)? {
            var best: (tag: Tag, rest: String, length: Int)?
            for tag in allCases {
                for spelling in tag.spellings where word.hasPrefix(spelling) && spelling.count > best?.length ?? 0 {
                    let rest = String(word.dropFirst(spelling.count))
                    if rest.first?.isLetter != true { best = (tag, rest, spelling.count) }
                }
            }
            return best.map { ($0.tag, $0.rest) }
        }
    }
}
