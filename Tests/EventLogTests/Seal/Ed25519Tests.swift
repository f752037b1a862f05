import EventLog
import Testing

@Suite struct `An Ed25519 key` {
    struct Vector: CustomTestStringConvertible {
        var seed: String
        var publicKey: String
        var message: String
        var signature: String

        var testDescription: String { "seed \(seed.prefix(8))" }
    }

    /// RFC 8032, section 7.1: TEST 1, TEST 2, TEST 3 and TEST SHA(abc).
    static let vectors = [
        Vector(
            seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            publicKey: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            message: "",
            signature: "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
        Vector(
            seed: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            publicKey: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            message: "72",
            signature: "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
        Vector(
            seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            publicKey: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            message: "af82",
            signature: "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
        Vector(
            seed: "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
            publicKey: "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
            message: "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
            signature: "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589"
                + "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"
        ),
    ]

    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    @Test(arguments: vectors)
    func `makes the keys and signatures of RFC 8032, and holds them for true`(_ vector: Vector) {
        let (seed, message) = (Self.bytes(vector.seed), Self.bytes(vector.message))
        let (key, signature) = (Self.bytes(vector.publicKey), Self.bytes(vector.signature))

        #expect(Ed25519.publicKey(of: seed) == key)
        #expect(Ed25519.sign(message, with: seed) == signature)
        #expect(Ed25519.isValid(signature, for: message, by: key))
    }

    @Test(arguments: vectors)
    func `refuses a signature with any bit changed, of another message, or by another key`(_ vector: Vector) {
        let (message, key) = (Self.bytes(vector.message), Self.bytes(vector.publicKey))
        let signature = Self.bytes(vector.signature)

        for bit in 0..<512 {
            var wrong = signature
            wrong[bit / 8] ^= 1 << (bit % 8)
            #expect(!Ed25519.isValid(wrong, for: message, by: key), "bit \(bit)")
        }
        #expect(!Ed25519.isValid(signature, for: message + [0], by: key))
        #expect(!Ed25519.isValid(signature, for: message, by: Ed25519.publicKey(of: Ed25519.newSeed())))
        #expect(!Ed25519.isValid(signature.dropLast(), for: message, by: key))
        #expect(!Ed25519.isValid(signature, for: message, by: key.dropLast()))
    }

    /// The points whose order divides 8, in every spelling.
    private static let smallOrder = [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    ]

    @Test(arguments: smallOrder)
    func `refuses a key under which anybody can sign, with either sign`(_ hex: String) {
        for sign: UInt8 in [0, 0x80] {
            var key = Self.bytes(hex)
            key[31] |= sign
            // R the neutral point and S 0 hold for every message under the neutral key.
            let forged = [1] + [UInt8](repeating: 0, count: 63)
            #expect(!Ed25519.isValid(forged, for: [1, 2, 3], by: key))
            #expect(Ed25519.isOfSmallOrder(key))
        }
        #expect(!Ed25519.isOfSmallOrder(Self.bytes(Self.vectors[0].publicKey)))
    }

    @Test func `draws a new seed each time`() {
        let seeds = Set((0..<100).map { _ in Ed25519.newSeed() })

        #expect(seeds.count == 100 && seeds.allSatisfy { $0.count == 32 })
    }
}
