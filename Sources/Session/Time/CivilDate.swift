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
