import Glibc

/// Random numbers that a failed test can have again: splitmix64 from a seed.
package struct SeededRandom: RandomNumberGenerator {
    package let seed: UInt64
    private var state: UInt64

    /// Takes the seed from VIGIL_SEED, or a new one, and prints it.
    package init(_ name: String) {
        self.init(seed: Self.runSeed)
        print("\(name): VIGIL_SEED=\(seed)")
    }

    /// The seed of this run, for tests that make several generators of it; they print it with each failure.
    package static let runSeed =
        getenv("VIGIL_SEED").flatMap { UInt64(String(cString: $0)) }
        ?? UInt64.random(in: 1...999_999_999)

    package init(seed: UInt64) {
        self.seed = seed
        self.state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
