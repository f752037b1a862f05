/// A set of vitals that counts, and when it was true.
package struct VitalsSet: Hashable, Sendable {
    package var number: Int
    package var vitals: Vitals
    package var observedSessionMicros: Int64
    package var observedUTCMicros: Int64
    package var isAmended: Bool
}
