/// A vital sign or score that a set of vitals can hold, in the order of the flowsheet.
package enum Parameter: String, CaseIterable, Hashable, Sendable {
    case systolicMmHg
    case diastolicMmHg
    case heartRatePerMin
    case spo2Percent
    case respiratoryRatePerMin
    case temperatureTenthsCelsius
    case oxygenTenthsLiterPerMin
    case etco2MmHg
    case painNrs
    /// Modified Observer's Assessment of Alertness/Sedation, 0 to 5, 5 alert.
    case moaas
    /// Richmond Agitation-Sedation Scale, -5 to +4, 0 alert and calm.
    case rass
}

extension Parameter {
    /// Its place in the list of all.
    var ordinal: Int {
        switch self {
        case .systolicMmHg: 0
        case .diastolicMmHg: 1
        case .heartRatePerMin: 2
        case .spo2Percent: 3
        case .respiratoryRatePerMin: 4
        case .temperatureTenthsCelsius: 5
        case .oxygenTenthsLiterPerMin: 6
        case .etco2MmHg: 7
        case .painNrs: 8
        case .moaas: 9
        case .rass: 10
        }
    }

    // Pictures and alarms look readings up by their parameter all the time; the texts would be compared and hashed.

    package static func == (left: Parameter, right: Parameter) -> Bool { left.ordinal == right.ordinal }
    package func hash(into hasher: inout Hasher) { hasher.combine(ordinal) }
}
