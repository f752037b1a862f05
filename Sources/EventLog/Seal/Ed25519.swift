import CNettle
import CPlatform

/// Ed25519 as RFC 8032 defines it: a seed of 32 bytes, a public key of 32, a signature of 64.
package enum Ed25519 {
    static let seedSize = 32
    static let publicKeySize = 32
    private static let signatureSize = 64

    /// Bytes for a new key, from the kernel's generator.
    package static func newSeed() -> [UInt8] {
        var seed = [UInt8](repeating: 0, count: seedSize)
        let code = vigil_random(&seed, seedSize)
        precondition(code == 0, "a kernel that runs this program has getrandom: errno \(code)")
        return seed
    }

    package static func publicKey(of seed: [UInt8]) -> [UInt8] {
        precondition(seed.count == seedSize, "an Ed25519 seed has 32 bytes")
        var key = [UInt8](repeating: 0, count: publicKeySize)
        nettle_ed25519_sha512_public_key(&key, seed)
        return key
    }

    package static func sign(_ message: [UInt8], with seed: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: signatureSize)
        nettle_ed25519_sha512_sign(publicKey(of: seed), seed, message.count, message, &signature)
        return signature
    }

    /// Whether the seed of `publicKey` signed this message; never under a key that signs whatever it is shown.
    package static func isValid(_ signature: [UInt8], for message: [UInt8], by publicKey: [UInt8]) -> Bool {
        guard signature.count == signatureSize, publicKey.count == publicKeySize, !isOfSmallOrder(publicKey) else {
            return false
        }
        return nettle_ed25519_sha512_verify(publicKey, message.count, message, signature) == 1
    }

    /// Whether a public key is one of the points that eight times themselves are the neutral one.
    ///
    /// For such a key anybody can make a signature that holds for many messages. The last byte's upper bit is the sign
    /// of x, which the order does not depend on; 2^255 - 19 and the number after it spell 0 and 1 a second time.
    package static func isOfSmallOrder(_ publicKey: [UInt8]) -> Bool {
        var y = publicKey
        y[publicKeySize - 1] &= 0x7F
        return smallOrder.contains(y)
    }

    /// The y of all points of order 1, 2, 4 and 8, little-endian, in every spelling of 255 bits.
    private static let smallOrder: [[UInt8]] = [
        [1] + [UInt8](repeating: 0, count: 31),
        [0xEC] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
        [UInt8](repeating: 0, count: 32),
        [
            0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98, 0xF0, 0xD5, 0xDF,
            0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC, 0x05,
        ],
        [
            0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67, 0x0F, 0x2A, 0x20,
            0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC, 0x03, 0x7A,
        ],
        [0xED] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
        [0xEE] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
    ]
}
