/// Takes bytes as they come from a socket and gives out whole messages.
///
/// After an error it stays refused: the stream has lost its places, and the connection can only be closed.
package struct WireDecoder<Message: WireMessage>: Sendable {
    private var buffer: [UInt8] = []
    private var start = 0
    private var failure: WireError?

    package init() {}

    package mutating func append(_ bytes: some Sequence<UInt8>) {
        guard failure == nil else { return }
        if start > 64 * 1024 || start == buffer.count {
            buffer.removeFirst(start)
            start = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// The bytes that wait for the rest of their message.
    package var pending: Int { buffer.count - start }

    /// Returns the next whole message, or nil until more bytes come.
    package mutating func next() throws(WireError) -> Message? {
        if let failure { throw failure }
        guard pending >= Wire.lengthBytes else { return nil }
        let count = buffer[start..<(start + Wire.lengthBytes)].reduce(0) { $0 << 8 | Int($1) }
        do throws(WireError) {
            guard count > 0, count <= Message.longestBytes else { throw .length(count) }
            guard pending >= Wire.lengthBytes + count else { return nil }
            let body = start + Wire.lengthBytes
            var reader = WireReader(buffer[body..<(body + count)])
            let message = try Message.read(from: &reader)
            try reader.finish()
            start = body + count
            return message
        } catch {
            failure = error
            buffer = []
            start = 0
            throw error
        }
    }
}
