extension VitalsLine {
    /// A field that can be typed by its letters, in lower or upper case.
    package enum Tag: Hashable, Sendable {
        /// Both halves of a pressure.
        case bloodPressure
        case parameter(Parameter)
        /// Not a vital sign: it goes into a note.
        case dissociation

        /// All of them, in the order of the flowsheet.
        package static let allCases: [Tag] =
            [.bloodPressure, .dissociation]
            + Parameter.byRank.filter { !$0.facts.spellings.isEmpty }.map { .parameter($0) }

        /// What may be typed for it, the shortest first.
        package var spellings: [String] {
            switch self {
            case .bloodPressure: ["bp"]
            case .parameter(let parameter): parameter.facts.spellings
            case .dissociation: ["d", "dis"]
            }
        }

        package var shortest: String { spellings[0] }

        /// What it fills: two for a pressure, none for dissociation.
        package var parameters: [Parameter] {
            switch self {
            case .bloodPressure: [.systolicMmHg, .diastolicMmHg]
            case .parameter(let parameter): [parameter]
            case .dissociation: []
            }
        }

        package var label: String {
            switch self {
            case .bloodPressure: "BP"
            case .parameter(let parameter): parameter.label
            case .dissociation: "Dissociation"
            }
        }

        /// A device can fail to read it; a score can only be left undone.
        package var canBeUnmeasurable: Bool {
            !parameters.isEmpty && parameters.allSatisfy(\.facts.canBeUnmeasurable)
        }

        var reasonByItself: String? { parameters.first?.facts.notDoneByItself }

        var meaning: Meaning {
            switch self {
            case .bloodPressure: .bloodPressure
            case .parameter(let parameter): .parameter(parameter)
            case .dissociation: .dissociation
            }
        }

        var field: String { parameters.first?.rawValue ?? "dissociation" }

        /// The tag that fills a parameter.
        package init(_ parameter: Parameter) {
            self = parameter.facts.spellings.isEmpty ? .bloodPressure : .parameter(parameter)
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
