/// What has to be there before the drug runs.
package enum StartSupport: String, CaseIterable, Hashable, Sendable {
    case order
    case container
    case access
    case timeout
}
