import Glibc

/// What the fixed trailer of a line proves without looking at its text.
package struct LineCheck {
    /// The leaf hash the line names as its predecessor's.
    package let previous: LogHash

    /// Verifies a line without its LF; nil if it is no whole line of a log.
    package init?(_ line: [UInt8]) {
        guard let check = line.withUnsafeBufferPointer({ LineCheck($0) }) else { return nil }
        self = check
    }

    /// Verifies the shape of the trailer and the self-check; nil if this is no whole line of a log.
    init?(_ line: UnsafeBufferPointer<UInt8>) {
        guard line.count > LogFormat.trailerLength, line.count <= LogFormat.lineLimit else { return nil }
        let trailer = UnsafeBufferPointer(rebasing: line[(line.count - LogFormat.trailerLength)...])
        guard Self.matches(trailer, at: 0, #","p":""#), Self.matches(trailer, at: 70, #"","x":""#),
            Self.matches(trailer, at: 93, #""}"#),
            let previous = LogHash(hex: UnsafeBufferPointer(rebasing: trailer[6..<70]))
        else { return nil }
        let checked = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(line).dropLast(LogFormat.selfCheckLength))
        guard LogHash.sha256(checked).begins(withHex: UnsafeBufferPointer(rebasing: trailer[77..<93])) else {
            return nil
        }
        self.previous = previous
    }

    @inline(__always)
    private static func matches(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, _ text: StaticString) -> Bool {
        guard let start = bytes.baseAddress, offset + text.utf8CodeUnitCount <= bytes.count else { return false }
        return memcmp(start + offset, text.utf8Start, text.utf8CodeUnitCount) == 0
    }
}
