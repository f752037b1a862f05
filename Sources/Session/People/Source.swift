/// Where a value came from.
package enum Source: String, CaseIterable, Hashable, Sendable {
    case manual
    case device
    case paper
    case system
}
