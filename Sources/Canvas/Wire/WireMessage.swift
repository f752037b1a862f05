/// A message that can be written to and read from the wire.
package protocol WireMessage: Sendable {
    /// The longest body of this kind of message in bytes.
    static var longestBytes: Int { get }
    func write(to writer: inout WireWriter)
    static func read(from reader: inout WireReader) throws(WireError) -> Self
}

extension WireMessage {
    /// The message as it goes over the socket, its length in front.
    package var encoded: [UInt8] {
        var writer = WireWriter()
        write(to: &writer)
        let count = writer.bytes.count
        precondition(count <= Self.longestBytes, "a message over the wire's limit was written")
        var result: [UInt8] = []
        result.reserveCapacity(count + Wire.lengthBytes)
        for shift in [24, 16, 8, 0] { result.append(UInt8(truncatingIfNeeded: count >> shift)) }
        result.append(contentsOf: writer.bytes)
        return result
    }
}
