/// What two persons check before a start.
package enum TimeoutSubject: String, CaseIterable, Hashable, Sendable {
    case order
    case container
    case patient
}
