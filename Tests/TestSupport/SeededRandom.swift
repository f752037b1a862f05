import Glibc

/// Random numbers that a failed test can have again: splitmix64 from a seed.
package struct SeededRandom: RandomNumberGenerator {
    package let seed: UInt64
    private var state: UInt64

    /// Takes the seed from VIGIL_SEED, or a new one, and prints it.
    package init(_ name: String) {
        let given = getenv("VIGIL_SEED").flatMap { UInt64(String(cString: $0)) }
        self.init(seed: given ?? UInt64.random(in: 1...UInt64.max))
        print("\(name): VIGIL_SEED=\(seed)")
    }

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
