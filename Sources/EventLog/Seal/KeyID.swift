/// Four bytes that, with its name, tell one signing key from another; an identifier, not a proof.
package struct KeyID: Hashable, Sendable, CustomStringConvertible {
    package let bytes: [UInt8]

    package init?(bytes: [UInt8]) {
        guard bytes.count == 4 else { return nil }
        self.bytes = bytes
    }

    /// `SHA-256(name ‖ LF ‖ type ‖ public key)[:4]`; `key` begins with the type.
    init(name: String, key: [UInt8]) {
        bytes = Array(LogHash(of: Array(name.utf8) + [UInt8(ascii: "\n")] + key).bytes.prefix(4))
    }

    /// Reads eight lower-case hexadecimal digits.
    init?(hex: some Collection<UInt8>) {
        let values = hex.compactMap(Hex.value)
        guard values.count == 8, hex.count == 8 else { return nil }
        bytes = (0..<4).map { values[2 * $0] << 4 | values[2 * $0 + 1] }
    }

    package var description: String {
        String(decoding: bytes.flatMap { [Hex.digit($0 >> 4), Hex.digit($0 & 0xF)] }, as: UTF8.self)
    }
}
