/// A parameter's newest reading, and when it was true.
package struct LatestReading: Hashable, Sendable {
    package var number: Int
    package var reading: Reading
    package var observedSessionMicros: Int64
    package var observedUTCMicros: Int64
}
