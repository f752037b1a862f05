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
