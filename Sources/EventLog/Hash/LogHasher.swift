import CNettle

/// SHA-256 over bytes that come in pieces.
///
/// A log has three short hashes a line, so that what a library does around each of them, allocating and wiping a
/// context, costs more than the hashing itself. Nettle's context is a plain value: this one lives on the stack.
struct LogHasher: ~Copyable {
    private var context = sha256_ctx()

    init() {
        nettle_sha256_init(&context)
    }

    @inline(__always)
    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else { return }
        nettle_sha256_update(&context, bytes.count, start.assumingMemoryBound(to: UInt8.self))
    }

    /// Writes the 32 bytes of the hash and begins anew.
    @inline(__always)
    mutating func finish(into digest: UnsafeMutableRawBufferPointer) {
        precondition(digest.count == Int(SHA256_DIGEST_SIZE), "a SHA-256 has 32 bytes")
        nettle_sha256_digest(&context, digest.count, digest.baseAddress?.assumingMemoryBound(to: UInt8.self))
    }
}
