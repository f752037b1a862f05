/// The zone of the station as a session's record carries it: local days and printed times follow it for ever, whatever
/// zone the machine is in that reads the record.
package struct RecordedZone: Hashable, Sendable {
    /// The IANA name, `Europe/Berlin`; for people, nothing is looked up by it.
    package var name: String
    /// What held a day before the opening, and each change until a day after it.
    package var offsets: ZoneOffsets

    package init(name: String, offsets: ZoneOffsets) {
        self.name = name
        self.offsets = offsets
    }

    /// Takes of a zone what 48 hours around an instant need.
    package init(name: String, offsets: ZoneOffsets, around utcMicros: Int64) {
        let begin = utcMicros - Micros.perDay
        let end = utcMicros + Micros.perDay
        let first = ZoneOffsets.Transition(fromUTCMicros: begin, offsetSeconds: offsets.offsetSeconds(atUTC: begin))
        let changes = offsets.transitions.filter { begin < $0.fromUTCMicros && $0.fromUTCMicros <= end }
        self.init(name: name, offsets: ZoneOffsets(transitions: [first] + changes))
    }
}
