import Glibc
package import Session

/// The zone of this machine, as offsets that pure code can use.
package enum LocalZone {
    /// Its IANA name, `Europe/Berlin`, from where a Linux machine keeps it; `local` where it keeps none.
    package static var name: String {
        let variable = getenv("TZ").map { String(cString: $0) }
        // An empty one is UTC, whatever the machine's own is (tzset(3)).
        if variable?.isEmpty == true { return "UTC" }
        let file = "zoneinfo/"
        for source in [variable, target(of: "/etc/localtime"), try? FileText.read("/etc/timezone", limit: 256)] {
            guard let source else { continue }
            // A variable may name a file, and a link leads to one.
            let name = source.firstRange(of: file).map { source[$0.upperBound...] } ?? source[...]
            let clean = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "/_+-".contains($0)) }
            if !clean.isEmpty { return String(clean.prefix(64)) }
        }
        return "local"
    }

    private static func target(of link: String) -> String? {
        var bytes = [CChar](repeating: 0, count: 4096)
        let count = readlink(link, &bytes, bytes.count)
        guard count > 0 else { return nil }
        let path = String(decoding: bytes[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
        return path.contains("zoneinfo/") ? path : nil
    }

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
