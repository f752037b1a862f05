import Glibc

/// What tests compare with and keep in files: screens, what commands say of kept homes, the newest log of the corpus.
package enum Snapshots {
    /// Whether this run writes them anew instead: `VIGIL_SNAPSHOTS=write`.
    package static let areWritten = asked == "write"

    /// Whether this run makes the home that the next version leaves to all later ones: `VIGIL_SNAPSHOTS=home`.
    package static let isHomeMade = asked == "home"

    private static let asked = getenv("VIGIL_SNAPSHOTS").map { String(cString: $0) }

    /// How a test that failed says what to do.
    package static let hint = "VIGIL_SNAPSHOTS=write writes it"
}
