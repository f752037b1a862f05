import Glibc

/// Random numbers that come again with the same seed.
///
/// SplitMix64, Steele, Lea and Flood, OOPSLA 2014.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The seed of this run: `VIGIL_SEED` if it is set, else a fresh one; print it with every failure.
    package static let runSeed: UInt64 = {
        if let text = getenv("VIGIL_SEED"), let seed = UInt64(String(cString: text)) { return seed }
        return UInt64.random(in: 1...999_999_999)
    }()
}
