import Session
import Wording

/// A session's events, one line each, for reading in a terminal or a pager.
struct EventListing {
    let session: Session
    let staff: [StaffMember]

    init(_ session: Session, _ staff: [StaffMember]) {
        self.session = session
        self.staff = staff
    }

    private var zone: ZoneOffsets { session.zone }

    /// Each line's time; on another day than the first entry's with the date, which the session's id begins with.
    var lines: [String] {
        let opened = session.entries.first?.at.utcMicros ?? 0
        return session.entries.map { event in
            let entry = session.entry(event.number)
            var line =
                "\(CivilDate.padded(event.number, 4))  \(zone.clock(event.at.utcMicros, seenFrom: opened, withSeconds: true))  "
            line += "\(Words.elapsed(event.at.sessionMicros))  "
            if event.observedAtMicros != nil {
                line += "[at \(Words.clock(entry.observedUTCMicros, zone, seenFrom: opened))] "
            }
            line += Words.describe(event.body)
            if let amendment = entry.amendedBy { line += "  [corrected by \(amendment)]" }
            if let void = entry.voidedBy { line += "  [VOID by \(void)]" }
            return Words.clean(line) + "  (\(Words.clean(Words.name(of: event.author, in: staff))))"
        }
    }
}
