import Session

/// The name of a session, which is also the name of its folder: `20261121-140509-k7xm`, in UTC.
///
/// Names sort by age, tell the folder's day, and can be read out over a telephone.
package struct SessionID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    /// Makes a name for a session opened at `utcMicros`; `lots` is fresh randomness.
    package init(openedAtUTC utcMicros: Int64, lots: UInt64) {
        let time = ZoneOffsets.utc.local(utcMicros)
        let day = time.date.text.filter { $0 != "-" }
        let clock = time.clockWithSeconds.filter { $0 != ":" }
        var rest = lots
        var tail = ""
        for _ in 0..<4 {
            tail.append(Self.letters[Int(rest % UInt64(Self.letters.count))])
            rest /= UInt64(Self.letters.count)
        }
        text = "\(day)-\(clock)-\(tail)"
    }

    /// Takes a name as people and folders give it; nil for anything that cannot be one.
    package init?(text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, Self.isNumber(parts[0], digits: 8), Self.isNumber(parts[1], digits: 6),
            CivilDate(text: String(parts[0])) != nil,
            (1...16).contains(parts[2].utf8.count), parts[2].utf8.allSatisfy(Self.isTailByte)
        else { return nil }
        self.text = text
    }

    /// The session whose folder this is, by its last part; nil for any other folder.
    init?(folder: String) {
        guard let name = folder.split(separator: "/").last, let id = SessionID(text: String(name)) else { return nil }
        self = id
    }

    /// When the session was opened, to the second; nil for a name that tells no time of day.
    var openedAtUTCMicros: Int64? {
        let parts = text.split(separator: "-")
        guard let date = CivilDate(text: String(parts[0])) else { return nil }
        let digits = parts[1].utf8.map { Int64($0) - 48 }
        let (hour, minute, second) = (
            digits[0] * 10 + digits[1], digits[2] * 10 + digits[3], digits[4] * 10 + digits[5]
        )
        guard hour < 24, minute < 60, second < 60 else { return nil }
        return (Int64(date.daysSince1970) * 86_400 + hour * 3600 + minute * 60 + second) * Micros.perSecond
    }

    /// Where the session lies under `sessions`: `2026/11/21/20261121-140509-k7xm`.
    package var folder: String {
        let day = text.prefix(8)
        return "\(day.prefix(4))/\(day.dropFirst(4).prefix(2))/\(day.suffix(2))/\(text)"
    }

    package var description: String { text }

    package static func < (left: SessionID, right: SessionID) -> Bool { left.text < right.text }

    /// Without vowels and look-alikes, so that no word and no doubt comes out.
    private static let letters = Array("bcdfghjkmnpqrstvwxz23456789")

    private static func isNumber(_ text: Substring, digits: Int) -> Bool {
        text.utf8.count == digits && text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
    }

    private static func isTailByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
}
