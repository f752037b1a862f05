/// What an entry changes about the rate at which the drug runs.
package enum DoseChange: Hashable, Sendable {
    case started(PumpSettings)
    case paused
    case resumed
    case rate(microlitersPerHour: Int)
    case stopped
}
