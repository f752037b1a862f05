/// The fixed measures of `vigil-log/1`, the format of every log this program writes.
///
/// A log is JSON Lines. Each line is a record with its keys in the order `n e k t m d v a b p x`; `p` is the
/// leaf hash of the line before and `x` the first 16 digits of the SHA-256 of everything before `,"x"`. The
/// trailer `,"p":"…","x":"…"}` has a fixed length, so chain and self-check are verified without a JSON parser
/// and no text in a body can pretend to be one.
package enum LogFormat {
    /// What the header record names as its format.
    package static let name = "vigil-log/1"

    /// The part of the name all versions of the format share.
    static let family = "vigil-log/"

    /// Bytes a line may have, its LF left out; anything larger belongs into a blob.
    package static let lineLimit = 65_536

    /// Bytes the body of a record may have, so that its line stays within `lineLimit` whatever the envelope holds.
    package static let bodyLimit = lineLimit - 512

    /// Beyond 2^53 a reader that holds numbers as doubles would see another one.
    package static let largestNumber = 1 << 53

    /// Bytes an actor may have.
    package static let actorLimit = 128

    /// Bytes of `,"p":"<64>","x":"<16>"}`.
    static let trailerLength = 95

    /// Bytes of `,"x":"<16>"}`, which the self-check does not cover.
    static let selfCheckLength = 24

    /// Kinds the log itself writes.
    package enum Kind {
        package static let open = "log.open"
        package static let segment = "log.segment"
        package static let resume = "log.resume"
        package static let recovered = "log.recovered"
        package static let repaired = "log.repaired"
        package static let close = "log.close"
    }
}
