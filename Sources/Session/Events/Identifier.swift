/// What a patient was identified by; two are needed.
package enum Identifier: String, CaseIterable, Hashable, Sendable {
    case name
    case birthDate
    case mrn
    case wristband
    case photograph
}
