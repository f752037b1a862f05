import Glibc
package import Session

/// The zone of this machine, as offsets that pure code can use.
package enum LocalZone {
    /// Offsets from a year before an instant to two years after it, each change found to the second.
    package static func offsets(aroundUTC utcMicros: Int64) -> ZoneOffsets {
        tzset()
        let day = 86_400
        let now = Int(utcMicros / Micros.perSecond)
        var at = now - 366 * day
        let end = now + 732 * day
        var transitions = [ZoneOffsets.Transition(fromUTCMicros: 0, offsetSeconds: offset(at: at))]
        while at < end {
            let next = at + day
            if offset(at: next) != offset(at: at) {
                let change = firstSecond(after: at, upTo: next)
                transitions.append(
                    .init(fromUTCMicros: Int64(change) * Micros.perSecond, offsetSeconds: offset(at: change))
                )
            }
            at = next
        }
        return ZoneOffsets(transitions: transitions)
    }

    /// The first second with another offset, between one that has the old and one that has the new.
    private static func firstSecond(after start: Int, upTo end: Int) -> Int {
        var (low, high) = (start, end)
        while high - low > 1 {
            let middle = (low + high) / 2
            if offset(at: middle) == offset(at: start) { low = middle } else { high = middle }
        }
        return high
    }

    private static func offset(at second: Int) -> Int {
        var time = time_t(second)
        var parts = tm()
        localtime_r(&time, &parts)
        return parts.tm_gmtoff
    }
}
