/// Why an infusion ended.
package enum StopReason: Hashable, Sendable {
    case completed
    case early(Reason)
}
