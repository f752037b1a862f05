package import Canvas

/// What can wake the station.
package enum StationInput: Sendable {
    case attached(ConsoleID, ConsoleTraits)
    case resized(ConsoleID, Size)
    case key(ConsoleID, Key)
    case detached(ConsoleID)
    case mail(Mail)
    /// The station was not running, or stood still, for so long.
    case wasOff(fromUTCMicros: Int64)
    /// The wall clock was set.
    case clockStepped(micros: Int64)
    /// Time passed.
    case ticked
}
