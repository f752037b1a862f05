import Glibc
package import Session

/// The zone of this machine, as offsets that pure code can print local times with.
package enum SystemZone {
    /// The offsets that hold from a year before to a year after an instant, found by asking `localtime_r`.
    ///
    /// A change of offset is looked for day by day, then by halving, so that it is exact to the second.
    package static func offsets(around utcMicros: Int64) -> ZoneOffsets {
        tzset()
        let now = time_t(utcMicros / Micros.perSecond)
        let day: time_t = 86_400
        var instant = now - 366 * day
        var offset = offsetSeconds(at: instant)
        var transitions = [transition(at: instant, offset)]
        while instant < now + 366 * day {
            let next = instant + day
            let later = offsetSeconds(at: next)
            if later != offset {
                transitions.append(transition(at: change(after: instant, upTo: next, from: offset), later))
                offset = later
            }
            instant = next
        }
        return ZoneOffsets(transitions: transitions)
    }

    private static func transition(at instant: time_t, _ offset: Int) -> ZoneOffsets.Transition {
        ZoneOffsets.Transition(fromUTCMicros: Int64(instant) * Micros.perSecond, offsetSeconds: offset)
    }

    /// The first second of a span at which the offset is no longer what it was.
    private static func change(after start: time_t, upTo end: time_t, from offset: Int) -> time_t {
        var low = start
        var high = end
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if offsetSeconds(at: middle) == offset { low = middle } else { high = middle }
        }
        return high
    }

    private static func offsetSeconds(at instant: time_t) -> Int {
        var instant = instant
        var local = tm()
        guard localtime_r(&instant, &local) != nil else { return 0 }
        return local.tm_gmtoff
    }
}
