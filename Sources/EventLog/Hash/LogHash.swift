/// One SHA-256 value: the leaf of a record, a node of the tree, or the name of a blob.
package struct LogHash: Hashable, Sendable, CustomStringConvertible {
    /// The 32 bytes as four words in memory order; a value without storage of its own.
    private var words: (UInt64, UInt64, UInt64, UInt64)

    /// What the first record of a log names as its predecessor.
    package static let zero = LogHash(words: (0, 0, 0, 0))

    private init(words: (UInt64, UInt64, UInt64, UInt64)) {
        self.words = words
    }

    /// The hash of all that `hasher` has taken in, which is then as new.
    @inline(__always)
    init(_ hasher: inout LogHasher) {
        words = (0, 0, 0, 0)
        Swift.withUnsafeMutableBytes(of: &words) { hasher.finish(into: $0) }
    }

    /// The SHA-256 of `bytes`.
    package init(of bytes: [UInt8]) {
        self = bytes.withUnsafeBufferPointer { Self.sha256(UnsafeRawBufferPointer($0)) }
    }

    /// Takes 32 bytes; nil for any other number of them.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        words = bytes.withUnsafeBytes { $0.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self) }
    }

    /// Reads 64 lower-case hexadecimal digits; nil for anything else.
    package init?(hex: String) {
        var hex = hex
        guard let hash = hex.withUTF8({ LogHash(hex: $0) }) else { return nil }
        self = hash
    }

    /// Without branches, since every record names its predecessor this way.
    init?(hex digits: UnsafeBufferPointer<UInt8>) {
        guard digits.count == 64, let digits = digits.baseAddress else { return nil }
        self = .zero
        let fault = Swift.withUnsafeMutableBytes(of: &words) { bytes in
            guard let bytes = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return UInt8.max }
            var fault: UInt8 = 0
            for index in 0..<32 {
                let (high, low) = (digits[2 &* index], digits[2 &* index &+ 1])
                let (highValue, lowValue) = (Hex.assumedValue(high), Hex.assumedValue(low))
                fault |= (Hex.digit(highValue) ^ high) | (Hex.digit(lowValue) ^ low)
                bytes[index] = highValue &<< 4 | lowValue
            }
            return fault
        }
        guard fault == 0 else { return nil }
    }

    /// Whether these are its first digits, without branches.
    func begins(withHex digits: UnsafeBufferPointer<UInt8>) -> Bool {
        withUnsafeBytes { bytes in
            var fault: UInt8 = 0
            for index in 0..<digits.count / 2 {
                fault |= Hex.digit(bytes[index] &>> 4) ^ digits[2 &* index]
                fault |= Hex.digit(bytes[index] & 0xF) ^ digits[2 &* index &+ 1]
            }
            return fault == 0
        }
    }

    static func sha256(_ bytes: UnsafeRawBufferPointer) -> LogHash {
        var hasher = LogHasher()
        hasher.update(bytes)
        return LogHash(&hasher)
    }

    /// The RFC 6962 leaf of a line without its LF.
    package static func leaf(of line: [UInt8]) -> LogHash {
        line.withUnsafeBufferPointer { leaf(of: UnsafeRawBufferPointer($0)) }
    }

    /// The RFC 6962 leaf of a line without its LF: `SHA-256(0x00 ‖ line)`.
    static func leaf(of line: UnsafeRawBufferPointer) -> LogHash {
        var hasher = LogHasher()
        Swift.withUnsafeBytes(of: UInt8(0)) { hasher.update($0) }
        hasher.update(line)
        return LogHash(&hasher)
    }

    /// The RFC 6962 inner node: `SHA-256(0x01 ‖ left ‖ right)`.
    static func node(_ left: LogHash, _ right: LogHash) -> LogHash {
        withUnsafeTemporaryAllocation(byteCount: 65, alignment: 1) { buffer in
            buffer[0] = 1
            left.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: buffer[1..<33]).copyMemory(from: $0) }
            right.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: buffer[33..<65]).copyMemory(from: $0) }
            return sha256(UnsafeRawBufferPointer(buffer))
        }
    }

    package func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        Swift.withUnsafeBytes(of: words, body)
    }

    /// The 32 bytes.
    package var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

    /// 64 lower-case hexadecimal digits.
    package var hex: String {
        var digits: [UInt8] = []
        appendHex(to: &digits, byteCount: 32)
        return String(decoding: digits, as: UTF8.self)
    }

    package var description: String { hex }

    /// Appends the first `byteCount` bytes as lower-case hexadecimal digits.
    func appendHex(to output: inout [UInt8], byteCount: Int) {
        Swift.withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { digits in
            withUnsafeBytes { bytes in
                for index in 0..<32 {
                    digits[2 * index] = Hex.digit(bytes[index] &>> 4)
                    digits[2 * index + 1] = Hex.digit(bytes[index] & 0xF)
                }
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: digits[..<(2 * byteCount)]))
        }
    }

    package static func == (left: LogHash, right: LogHash) -> Bool { left.words == right.words }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
    }
}
