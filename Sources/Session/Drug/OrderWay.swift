/// How an order or an override reached the nurse.
package enum OrderWay: String, CaseIterable, Hashable, Sendable {
    case written
    /// By telephone, read back to the named prescriber; stays on the open list until authenticated.
    case telephoneReadBack
}
