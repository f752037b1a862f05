import Screens
import Journal
import Session

extension Station {
    /// How long the banner stands where no drug ran and nothing is to be asked.
    private static let bannerMicros = 10 * Micros.perMinute

    /// Records in every live session that the station was off, and shows it until each chair that infused was asked.
    mutating func noteAbsence(from: Int64) -> [StationEffect] {
        let live = stays.filter { $0.decided.phase.isLive }.map(\.id)
        guard !live.isEmpty, now.utcMicros > from else { return [] }
        absence = Absence(fromUTCMicros: from, toUTCMicros: now.utcMicros, notedAt: now)
        markAllChanged()
        return live.flatMap {
            record(.noteStationOff(fromUTCMicros: from, toUTCMicros: now.utcMicros), in: $0, by: .system, for: nil)
        }
    }

    /// Goes on asking after a time that the station was off before its last start.
    mutating func resumeAbsence() {
        let spans = stays.filter(\.decided.mustTellPump).compactMap(\.decided.lastStationOff)
        guard let last = spans.max(by: { $0.toMicros < $1.toMicros }) else { return }
        absence = Absence(fromUTCMicros: last.fromMicros, toUTCMicros: last.toMicros, notedAt: now)
    }

    /// The faults with the banner of the last absence among them.
    var shownFaults: [Fault] {
        guard let absence else { return orderedFaults }
        let from = facts.zone.clock(absence.fromUTCMicros, seenFrom: now.utcMicros)
        let to = facts.zone.clock(absence.toUTCMicros, seenFrom: now.utcMicros)
        let minutes = (absence.toUTCMicros - absence.fromUTCMicros) / Micros.perMinute
        let chairs = stays.filter(\.decided.mustTellPump).map {
            $0.decided.chair ?? $0.decided.patient?.name ?? $0.id
        }
        let ask =
            chairs.isEmpty
            ? "" : " Still infusing? i at \(chairs.joined(separator: ", "))"
        return orderedFaults + [
            Fault(.wasOff, "\(from) to \(to), \(minutes) min, no alarms.\(ask)", isGrave: false)
        ]
    }

    mutating func endAbsenceIfDealtWith() {
        guard let absence, now.bootMicros - absence.notedAt.bootMicros >= Self.bannerMicros else { return }
        if !stays.contains(where: \.decided.mustTellPump) { self.absence = nil }
    }
}
