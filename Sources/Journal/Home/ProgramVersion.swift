import CCommit

/// The program's own version: raised with each release, in `Changes` too.
package enum ProgramVersion {
    /// The version and the commit it was built from, as `vigil --version` says it: `0.3.0 (1a2b3c4d)`.
    ///
    /// A program that was built outside of a checkout has no commit to name.
    package static let text = commit.isEmpty ? number : "\(number) (\(commit))"

    /// As it stands in the header of every log that this program begins or goes on with.
    package static let writer = "vigil \(text)"

    private static let number = "0.3.0"
    private static let commit = String(cString: vigil_commit())
}
