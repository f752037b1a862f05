/// The unit in which volumes are summed: a microlitre per hour for a microsecond.
enum DoseTicks {
    static let perNanoliter: Int128 = 3_600_000

    /// A figure from a log within bounds that no pump reaches, so that nothing overflows: 0 to 10^12.
    static func sane(_ value: Int) -> Int { min(max(0, value), 1_000_000_000_000) }

    static func divide(_ dividend: Int128, by divisor: Int128) -> Int {
        Int(clamping: (dividend * 2 + divisor) / (divisor * 2))
    }
}
