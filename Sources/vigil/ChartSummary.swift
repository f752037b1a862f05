import Screens
import Session

/// One printable page of a session for the paper chart, 100 columns wide at most.
struct ChartSummary {
    let session: Session
    let staff: [StaffMember]
    let zone: ZoneOffsets

    init(_ session: Session, _ staff: [StaffMember], _ zone: ZoneOffsets) {
        self.session = session
        self.staff = staff
        self.zone = zone
    }

    var lines: [String] {
        (heading + times + dose + vitals + notes + open + corrections).map(Words.clean)
    }

    private var heading: [String] {
        guard let opening = session.opening else { return [] }
        let patient = opening.patient
        var lines = [
            "INFUSION SESSION  \(session.id)  \(session.phase.word)",
            "\(patient.name)   born \(patient.birthDate.text)   MRN \(patient.mrn)   \(patient.sex.rawValue)   "
                + Words.weight(patient.weightGrams),
            "allergies: \(patient.allergies)   escort: \(Words.escort(patient.escort))   chair: \(session.chair ?? "-")",
            "protocol \(opening.protocolID) \(opening.protocolVersion), \(session.rules.status)",
        ]
        if opening.isSimulated { lines.insert("SIMULATED PATIENT", at: 0) }
        return lines + [""]
    }

    private var times: [String] {
        let shown: Set = [
            "session.opened", "infusion.started", "infusion.paused", "infusion.resumed", "infusion.rateChanged",
            "infusion.stopped", "criteria.met", "session.readyToLeave", "session.discharged", "session.cancelled",
            "session.closed", "deviation.recorded", "override.granted", "station.wasOff",
        ]
        return ["COURSE"]
            + session.effectiveEntries.filter { shown.contains($0.body.kind) }.map {
                "  \(Words.clock($0.observedUTCMicros, zone))  \(Words.describe($0.body))"
            } + [""]
    }

    private var dose: [String] {
        guard let last = session.entries.last, let dose = session.dose(at: last.at) else { return [] }
        var line =
            "DOSE  \(DoseArithmetic.milligrams(dose.givenMicrograms)) of "
            + "\(DoseArithmetic.milligrams(dose.programmedMicrograms)) by calculation"
        if let read = dose.pumpReadNanoliters { line += "; the pump read \(DoseArithmetic.milliliters(read))" }
        let balances = session.balances.map { balance in
            "  container \(balance.container.name): drawn \(DoseArithmetic.milliliters(balance.container.volumeNanoliters)), "
                + "given \(DoseArithmetic.milliliters(balance.givenNanoliters)), "
                + "wasted \(DoseArithmetic.milliliters(balance.wastedNanoliters)), "
                + "returned \(DoseArithmetic.milliliters(balance.returnedNanoliters)), "
                + "difference \(DoseArithmetic.milligrams(balance.differenceMicrograms))"
        }
        return [line] + balances + [""]
    }

    private var vitals: [String] {
        let sets = session.vitalsSets
        guard !sets.isEmpty else { return [] }
        return ["VITALS"]
            + sets.map {
                "  \(Words.clock($0.observedUTCMicros, zone))  \(Words.vitals($0.vitals))"
                    + ($0.isAmended ? "  (corrected)" : "")
            } + [""]
    }

    private var notes: [String] {
        let lines = session.effectiveEntries.compactMap { entry -> String? in
            switch entry.body {
            case .noteRecorded, .dissociationRecorded:
                "  \(Words.clock(entry.observedUTCMicros, zone))  \(Words.describe(entry.body))"
            case _: nil
            }
        }
        return lines.isEmpty ? [] : ["NOTES"] + lines + [""]
    }

    /// What somebody has still to authenticate or review.
    private var open: [String] {
        let items = session.openList
        return items.isEmpty ? [] : ["OPEN"] + items.map { "  entry \($0.number), \($0.sentence)" } + [""]
    }

    private var corrections: [String] {
        let lines = session.entries.compactMap { event -> String? in
            let entry = session.entry(event.number)
            let was = "entry \(event.number), \(Words.describe(event.body))"
            if let void = entry.voidedBy { return "  \(was): VOID by entry \(void)" }
            if let amendment = entry.amendedBy {
                return "  \(was): now \(Words.describe(entry.body)) (entry \(amendment))"
            }
            return nil
        }
        let author = session.entries.last { $0.body == .sessionClosed }.map { closing in
            "Signed \(Words.dayAndClock(closing.at.utcMicros, zone)) by "
                + Surroundings(zone: zone, glyphs: .unicode, stationName: "", staff: staff).name(of: closing.author)
        }
        return (lines.isEmpty ? [] : ["CORRECTIONS"] + lines + [""]) + [author ?? "Not signed."]
    }
}
