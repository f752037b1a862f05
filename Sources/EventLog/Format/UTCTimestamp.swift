/// Wall-clock time as the log writes it: RFC 3339 in UTC with exactly six fraction digits, always 27 bytes.
///
/// The civil date is computed here, from the proleptic Gregorian calendar alone, so that a record's time does
/// not hang on any library's calendar. Leap seconds are not representable, as in POSIX time.
package enum UTCTimestamp {
    /// Bytes of a time such as `2026-08-23T05:34:40.123456Z`.
    package static let length = 27

    /// The years 0000 to 9999, in microseconds since 1970.
    package static let representableMicros: ClosedRange<Int64> =
        -62_167_219_200_000_000...253_402_300_799_999_999

    /// The text of a time within `representableMicros`.
    package static func text(_ utcMicros: Int64) -> String {
        var bytes: [UInt8] = []
        append(utcMicros, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the 27 bytes of `utcMicros`, which must be within `representableMicros`.
    static func append(_ utcMicros: Int64, to bytes: inout [UInt8]) {
        precondition(representableMicros.contains(utcMicros), "a record's year must be within 0000 to 9999")
        let (days, micros) = floorDivide(utcMicros, by: microsPerDay)
        let date = civilDate(daysSince1970: days)
        let seconds = micros / 1_000_000
        append(date.year, digits: 4, then: UInt8(ascii: "-"), to: &bytes)
        append(date.month, digits: 2, then: UInt8(ascii: "-"), to: &bytes)
        append(date.day, digits: 2, then: UInt8(ascii: "T"), to: &bytes)
        append(seconds / 3600, digits: 2, then: UInt8(ascii: ":"), to: &bytes)
        append(seconds / 60 % 60, digits: 2, then: UInt8(ascii: ":"), to: &bytes)
        append(seconds % 60, digits: 2, then: UInt8(ascii: "."), to: &bytes)
        append(micros % 1_000_000, digits: 6, then: UInt8(ascii: "Z"), to: &bytes)
    }

    /// Reads exactly the form `text(_:)` writes; nil for anything else, a 30 February included.
    package static func micros(_ text: String) -> Int64? {
        var text = text
        return text.withUTF8 { micros($0) }
    }

    static func micros(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard text.count == length,
            let year = number(text, 0..<4, then: UInt8(ascii: "-")),
            let month = number(text, 5..<7, then: UInt8(ascii: "-")),
            let day = number(text, 8..<10, then: UInt8(ascii: "T")),
            let hour = number(text, 11..<13, then: UInt8(ascii: ":")),
            let minute = number(text, 14..<16, then: UInt8(ascii: ":")),
            let second = number(text, 17..<19, then: UInt8(ascii: ".")),
            let micros = number(text, 20..<26, then: UInt8(ascii: "Z")),
            (1...12).contains(month), day >= 1, day <= lastDay(of: month, in: year), hour < 24, minute < 60, second < 60
        else { return nil }
        let days = daysSince1970(year: year, month: month, day: day)
        return days * microsPerDay + (hour * 3600 + minute * 60 + second) * 1_000_000 + micros
    }

    private static let microsPerDay: Int64 = 86_400_000_000

    private static func lastDay(of month: Int64, in year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private struct CivilDate: Equatable {
        var year: Int64
        var month: Int64
        var day: Int64
    }

    /// Counts in years that begin on 1 March, so that the leap day comes last (Howard Hinnant's method).
    private static func daysSince1970(year: Int64, month: Int64, day: Int64) -> Int64 {
        let marchYear = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = floorDivide(marchYear, by: 400)
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func civilDate(daysSince1970 days: Int64) -> CivilDate {
        let (era, dayOfEra) = floorDivide(days + 719_468, by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return CivilDate(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (153 * marchMonth + 2) / 5 + 1
        )
    }

    private static func floorDivide(_ value: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    private static func append(_ value: Int64, digits: Int, then separator: UInt8, to bytes: inout [UInt8]) {
        var divisor: Int64 = 1
        for _ in 1..<digits { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
            divisor /= 10
        }
        bytes.append(separator)
    }

    /// The decimal number in `digits`, if nothing but digits stands there and `separator` follows.
    @inline(__always)
    private static func number(
        _ text: UnsafeBufferPointer<UInt8>,
        _ digits: Range<Int>,
        then separator: UInt8
    ) -> Int64? {
        guard text[digits.upperBound] == separator else { return nil }
        var value: Int64 = 0
        for index in digits {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            // A field has at most six digits: they cannot overflow.
            value = value &* 10 &+ Int64(digit)
        }
        return value
    }
}
