import Session

/// Names new sessions: the day, the time, and four letters, so that names sort by age and never meet.
struct SessionIDs: Sendable {
    private var random: SplitMix64
    /// Without vowels and look-alikes, so that no word and no doubt comes out.
    private static let letters = Array("bcdfghjkmnpqrstvwxz23456789")

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// `20261121-140509-k7xm`, in UTC.
    mutating func next(atUTC utcMicros: Int64) -> String {
        let time = ZoneOffsets.utc.local(utcMicros)
        let day = time.date.text.filter { $0 != "-" }
        let clock = time.clockWithSeconds.filter { $0 != ":" }
        let tail = (0..<4).map { _ in Self.letters[Int(random.next() % UInt64(Self.letters.count))] }
        return "\(day)-\(clock)-\(String(tail))"
    }
}
