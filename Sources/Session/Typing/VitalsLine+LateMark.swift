extension VitalsLine {
    /// When a late entry was measured, as typed.
    package enum LateMark: Hashable, Sendable {
        /// `@14:20`, `@1420`, `@9:05`: by the station's clock.
        case localClock(hour: Int, minute: Int)
        /// `@-4`: minutes ago, up to a day.
        case minutesAgo(Int)

        package var words: String {
            switch self {
            case .localClock: "at \(time)"
            case .minutesAgo: time
            }
        }

        /// `14:20`, `4 min ago`.
        package var time: String {
            switch self {
            case .localClock(let hour, let minute): "\(CivilDate.padded(hour, 2)):\(CivilDate.padded(minute, 2))"
            case .minutesAgo(let minutes): "\(minutes) min ago"
            }
        }

        /// The instants that may be meant, in UTC microseconds, ascending.
        ///
        /// A clock time is today's, or yesterday's where today's is over 12 h ahead (just past midnight); one that is
        /// still to come stays in the future, for the caller to refuse. In the hour that comes twice there are two, in
        /// the one that the clocks skip there is none.
        package func instants(now: Int64, zone: ZoneOffsets) -> [Int64] {
            switch self {
            case .minutesAgo(let minutes): return [now - Int64(minutes) * Micros.perMinute]
            case .localClock(let hour, let minute):
                let local = zone.local(now)
                let second = (hour * 60 + minute) * 60
                let isYesterday = second - local.secondOfDay > 12 * 3600
                let date = CivilDate(daysSince1970: local.date.daysSince1970 - (isYesterday ? 1 : 0))
                return zone.instants(of: date, secondOfDay: second)
            }
        }

        /// Reads what follows the `@`; nil where it is no time.
        init?(text: String) {
            if text.first == "-" {
                guard let minutes = Self.number(text.dropFirst(), digits: 1...4), minutes <= 24 * 60 else { return nil }
                self = .minutesAgo(minutes)
                return
            }
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            let hourText: Substring
            let minuteText: Substring
            if parts.count == 2 {
                (hourText, minuteText) = (parts[0], parts[1])
            } else if parts.count == 1, text.count == 4 {
                (hourText, minuteText) = (text.prefix(2), text.suffix(2))
            } else {
                return nil
            }
            guard let hour = Self.number(hourText, digits: 1...2), hour <= 23,
                let minute = Self.number(minuteText, digits: 2...2), minute <= 59
            else { return nil }
            self = .localClock(hour: hour, minute: minute)
        }

        /// Whether more typing can make it a time: `@`, `@-`, `@14`, `@14:2`.
        static func canGrow(_ text: String) -> Bool {
            guard text.count < 5 else { return false }
            if text.isEmpty || text == "-" { return true }
            return text.allSatisfy { DecimalText.digit($0) != nil || $0 == ":" }
        }

        private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
            guard digits.contains(text.count), text.allSatisfy({ DecimalText.digit($0) != nil }) else { return nil }
            return Int(text)
        }
    }
}
