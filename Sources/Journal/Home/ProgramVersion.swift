/// The program's own version.
package enum ProgramVersion {
    package static let text = "0.3.0"
    /// As it stands in the header of every log that this version begins or goes on with.
    package static let writer = "vigil 0.3"
}
