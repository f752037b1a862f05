/// A reading at or beyond a limit, or a state of mind that somebody must answer.
package struct AlarmCondition: Hashable, Sendable {
    package var subject: Subject
    /// The parameter whose reading alarms, of a pressure the worse one; nil for what was seen of the patient's mind.
    package var parameter: Parameter?
    package var priority: Priority
    /// The reading as people read it: `162`, `HIGH`, `no reading`.
    package var value: String
    /// The limit as people read it: `> 160`, `> 150 (baseline + 40)`; empty for a reading that could not be taken.
    package var limit: String

    package init(subject: Subject, priority: Priority, value: String, limit: String) {
        self.subject = subject
        parameter = nil
        self.priority = priority
        self.value = value
        self.limit = limit
    }

    package init(parameter: Parameter, priority: Priority, value: String, limit: String) {
        subject = Subject(parameter)
        self.parameter = parameter
        self.priority = priority
        self.value = value
        self.limit = limit
    }

    /// `SBP 162 > 160`.
    package var message: String {
        [parameter?.label ?? subject.label, value, limit].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Whether one stands before another: the higher priority first, then breathing and sedation before pressure.
    package static func isWorse(_ one: AlarmCondition, _ other: AlarmCondition) -> Bool {
        (other.priority, one.subject.place) < (one.priority, other.subject.place)
    }

    /// What alarms.
    package enum Subject: Hashable, Sendable {
        /// Systolic and diastolic are one alarm, and the worse is named.
        case pressure
        case parameter(Parameter)
        /// A patient who cannot be reached.
        case dissociation
        /// A patient who is distressed, at any score.
        case distress

        package init(_ parameter: Parameter) {
            switch parameter {
            case .systolicMmHg, .diastolicMmHg: self = .pressure
            case .heartRatePerMin, .spo2Percent, .respiratoryRatePerMin, .temperatureTenthsCelsius,
                .oxygenTenthsLiterPerMin, .etco2MmHg, .painNrs, .moaas, .rass:
                self = .parameter(parameter)
            }
        }

        /// Its place among others of its priority: breathing and sedation before pressure, what they end in soonest.
        fileprivate var place: Int {
            switch self {
            case .parameter(.spo2Percent): 0
            case .parameter(.respiratoryRatePerMin): 1
            case .parameter(.moaas): 2
            case .pressure: 3
            case .parameter(let parameter): 4 + (Parameter.allCases.firstIndex(of: parameter) ?? 0)
            case .distress: 4 + Parameter.allCases.count
            case .dissociation: 5 + Parameter.allCases.count
            }
        }

        /// The stable word under which the log names it.
        package var code: String {
            switch self {
            case .pressure: "pressure"
            case .parameter(let parameter): parameter.rawValue
            case .dissociation: "dissociation"
            case .distress: "distress"
            }
        }

        /// The short word on screens.
        package var label: String {
            switch self {
            case .pressure: "BP"
            case .parameter(let parameter): parameter.label
            case .dissociation: "dissociation"
            case .distress: "DISTRESS"
            }
        }
    }

    /// How soon a person must answer, in the words of IEC 60601-1-8: immediately, promptly, or when they can.
    package enum Priority: String, CaseIterable, Hashable, Sendable, Comparable {
        case low
        case medium
        case high

        /// The mark before the message, so that colour never stands alone.
        package var mark: String {
            switch self {
            case .low: "*"
            case .medium: "**"
            case .high: "***"
            }
        }

        package static func < (left: Self, right: Self) -> Bool { left.mark.count < right.mark.count }
    }
}
