/// A day of the Gregorian calendar, without a time or a zone.
package struct CivilDate: Hashable, Sendable, Comparable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Makes a date, or nil where the calendar has none such; years 1800 to 2999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1800...2999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        guard day <= Self.days(inMonth: month, of: year) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `1984-03-07`, `07.03.1984`, `1984 3 7` or `19840307`: year first, or day first with dots.
    ///
    /// `03/07/1984` is refused, because month and day would be guessed.
    package init?(text: String) {
        let separators: Set<Character> = ["-", ".", " "]
        guard text.allSatisfy({ $0.isASCII && ($0.isNumber || separators.contains($0)) }),
            Set(text.filter(separators.contains)).count <= 1
        else { return nil }
        let parts = text.split(whereSeparator: separators.contains).compactMap { Int($0) }
        if parts.count == 1, text.count == 8 {
            self.init(year: parts[0] / 10000, month: parts[0] / 100 % 100, day: parts[0] % 100)
        } else if parts.count == 3, parts[0] >= 1800 {
            self.init(year: parts[0], month: parts[1], day: parts[2])
        } else if parts.count == 3, text.contains(".") {
            self.init(year: parts[2], month: parts[1], day: parts[0])
        } else {
            return nil
        }
    }

    /// The date of a count of days since 1970-01-01.
    package init(daysSince1970 days: Int) {
        // Days are counted from 0000-03-01, so that the leap day ends a year.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    package var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// `1984-03-07`.
    package var text: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }

    /// `7 Mar`, and in another year than that of a date `7 Mar 1984`.
    package func shortText(besides other: CivilDate) -> String {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(day) \(months[month - 1])" + (year == other.year ? "" : " \(year)")
    }

    /// Full years from this date to another.
    package func years(until other: CivilDate) -> Int {
        let before = (other.month, other.day) < (month, day)
        return other.year - year - (before ? 1 : 0)
    }

    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// A number with leading zeros.
    package static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// The offsets from UTC that hold at a place, so that pure code can print local times.
package struct ZoneOffsets: Hashable, Sendable {
    /// From each instant on (UTC microseconds, ascending), so many seconds are added; the first also holds before.
    package var transitions: [Transition]

    package struct Transition: Hashable, Sendable {
        package var fromUTCMicros: Int64
        package var offsetSeconds: Int

        package init(fromUTCMicros: Int64, offsetSeconds: Int) {
            self.fromUTCMicros = fromUTCMicros
            self.offsetSeconds = offsetSeconds
        }
    }

    package static let utc = ZoneOffsets(transitions: [])

    package init(transitions: [Transition]) {
        self.transitions = transitions
    }

    package func offsetSeconds(atUTC micros: Int64) -> Int {
        let last = transitions.last { $0.fromUTCMicros <= micros } ?? transitions.first
        return last?.offsetSeconds ?? 0
    }

    /// The local date and time of day of an instant.
    package func local(_ utcMicros: Int64) -> LocalTime {
        let shifted = utcMicros + Int64(offsetSeconds(atUTC: utcMicros)) * Micros.perSecond
        let days = Int((shifted - (shifted % Micros.perDay + Micros.perDay) % Micros.perDay) / Micros.perDay)
        let seconds = Int((shifted - Int64(days) * Micros.perDay) / Micros.perSecond)
        return LocalTime(date: CivilDate(daysSince1970: days), secondOfDay: seconds)
    }

    /// The instant at which the local day of another began, in UTC microseconds; where the clocks skip midnight, at one.
    package func dayBegan(atUTC micros: Int64) -> Int64 {
        let date = local(micros).date
        return instants(of: date, secondOfDay: 0).first ?? instants(of: date, secondOfDay: 3600).first ?? micros
    }

    /// `14:05`, and on another day than that of `now` with its date: `21 Nov 14:05`.
    package func clock(_ utcMicros: Int64, seenFrom now: Int64, withSeconds: Bool = false) -> String {
        let time = local(utcMicros)
        let today = local(now).date
        let clock = withSeconds ? time.clockWithSeconds : time.clock
        return time.date == today ? clock : "\(time.date.shortText(besides: today)) \(clock)"
    }

    /// The instants of a local time, in UTC microseconds, ascending: two in the hour that repeats, none in the one that
    /// is skipped.
    package func instants(of date: CivilDate, secondOfDay: Int) -> [Int64] {
        let asUTC = Int64(date.daysSince1970) * Micros.perDay + Int64(secondOfDay) * Micros.perSecond
        let candidates = Set(transitions.map(\.offsetSeconds) + [offsetSeconds(atUTC: asUTC)])
        let valid = candidates.map { (offset: $0, micros: asUTC - Int64($0) * Micros.perSecond) }
            .filter { offsetSeconds(atUTC: $0.micros) == $0.offset }
        return valid.map(\.micros).sorted()
    }

    /// `UTC+2`, `UTC-3:30`: the offset that holds at an instant, for people.
    package func offsetWords(atUTC micros: Int64) -> String {
        let seconds = offsetSeconds(atUTC: micros)
        let minutes = abs(seconds) / 60
        let tail = minutes % 60 == 0 ? "" : ":" + CivilDate.padded(minutes % 60, 2)
        return "UTC\(seconds < 0 ? "-" : "+")\(minutes / 60)\(tail)"
    }
}

/// A local date and time of day.
package struct LocalTime: Hashable, Sendable {
    package var date: CivilDate
    package var secondOfDay: Int

    /// `14:05`.
    package var clock: String {
        CivilDate.padded(secondOfDay / 3600, 2) + ":" + CivilDate.padded(secondOfDay / 60 % 60, 2)
    }

    /// `14:05:09`.
    package var clockWithSeconds: String { clock + ":" + CivilDate.padded(secondOfDay % 60, 2) }
}
