import Glibc

/// How much of a long enumeration a run takes.
///
/// Without `VIGIL_SWEEP` a sample, so that all tests are through in two minutes; with a number so many samples, which
/// is how a change is checked before it lands; with `all` the whole, which may take hours.
package enum Sweep {
    case samples(Int)
    case all

    package static let run: Sweep = {
        guard let text = getenv("VIGIL_SWEEP").map({ String(cString: $0) }) else { return .samples(1) }
        return Int(text).map { .samples(max(1, $0)) } ?? .all
    }()

    /// Whether more than a sample is asked for.
    package static var isWide: Bool { count(1, whole: 2) > 1 }

    /// How many are taken where a sample is so many and the whole so many.
    package static func count(_ sample: Int, whole: Int = .max) -> Int {
        switch run {
        case .samples(let factor): min(whole, sample * factor)
        case .all: whole
        }
    }
}
