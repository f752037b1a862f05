import Session
import Wording

/// One printable page of a session for the paper chart, 100 columns wide at most.
struct ChartSummary {
    let session: Session
    let staff: [StaffMember]
    /// The name of the zone that times are in where the record carries none.
    let machineZone: String

    init(_ session: Session, _ staff: [StaffMember], machineZone: String) {
        self.session = session
        self.staff = staff
        self.machineZone = machineZone
    }

    private var zone: ZoneOffsets { session.zone }

    /// A time of the day that the heading names, or with its date.
    private func clock(_ utcMicros: Int64) -> String {
        Words.clock(utcMicros, zone, seenFrom: session.entries.first?.at.utcMicros ?? 0)
    }

    var lines: [String] {
        (heading + screening + times + dose + vitals + notes + open + corrections).map(Words.clean)
    }

    private static let withoutProtocol =
        "PROTOCOL CANNOT BE READ: values stand without limits, criteria and minimum stay"

    private var heading: [String] {
        guard let opening = session.opening else {
            let lost = "THE OPENING IS LOST: whose record this is does not stand in it"
            return ["INFUSION SESSION  \(session.id)  \(session.phase.word)", lost, Self.withoutProtocol, ""]
        }
        let patient = opening.patient
        var lines = [
            "INFUSION SESSION  \(session.id)  \(session.phase.word)",
            "\(patient.name)   born \(patient.birthDate.text)   MRN \(patient.mrn)   \(patient.sex.rawValue)   "
                + Words.weight(patient),
            "allergies: \(patient.allergies)   escort: \(Words.escort(patient.escort))   chair: \(session.chair ?? "-")",
            "protocol \(opening.protocolID) \(opening.protocolVersion), \(session.rules.status)",
        ]
        if !session.hasProtocol {
            lines.append(Self.withoutProtocol)
        }
        lines.append(
            "\(zone.local(session.entries.first?.at.utcMicros ?? 0).date.text), "
                + (session.zoneName.map { "times in \($0)" }
                    ?? "times in \(machineZone), the zone of the machine that printed this: none is in the record")
        )
        if opening.isSimulated { lines.insert("SIMULATED PATIENT", at: 0) }
        return lines + [""]
    }

    /// What the prescriber was told of or decided on; a list without any says so, and one that was never answered nothing.
    private var screening: [String] {
        guard !session.screeningAnswers.isEmpty else { return [] }
        let findings = Words.screeningFindings(session)
        return ["SCREENING" + (findings.isEmpty ? "  nothing to tell" : "")] + findings.map { "  " + $0 } + [""]
    }

    private var times: [String] {
        ["COURSE"]
            + session.effectiveEntries.filter(\.body.traits.isInCourse).map {
                "  \(clock($0.observedUTCMicros))  \(Words.describe($0.body))"
            } + [""]
    }

    private var dose: [String] {
        var line = "DOSE  none"
        if let last = session.entries.last, let dose = session.dose(at: last.at) {
            line =
                "DOSE  \(DoseArithmetic.milligrams(dose.givenMicrograms)) of "
                + "\(DoseArithmetic.milligrams(dose.programmedMicrograms)) by calculation"
            if let read = dose.pumpReadNanoliters { line += "; the pump read \(DoseArithmetic.milliliters(read))" }
        }
        // A session without a dose can have drawn drug all the same.
        let balances = session.balances.flatMap(lines)
        return balances.isEmpty && session.doseStartMicros == nil ? [] : [line] + balances + [""]
    }

    private func lines(of balance: ContainerBalance) -> [String] {
        let moved =
            "drawn \(DoseArithmetic.milliliters(balance.container.volumeNanoliters)), given \(given(balance)), "
            + "wasted \(DoseArithmetic.milliliters(balance.wastedNanoliters)), "
            + "returned \(DoseArithmetic.milliliters(balance.returnedNanoliters))"
        let difference = DoseArithmetic.milligrams(balance.differenceMicrograms)
        return ["  container \(balance.name): \(moved), difference \(difference)"]
            + Words.voided(balance).map { "    " + $0 }
    }

    /// What a container gave; from it and the concentration the drug follows.
    private func given(_ balance: ContainerBalance) -> String {
        DoseArithmetic.milliliters(
            balance.givenNanoliters,
            concentrationMicrogramsPerMilliliter: balance.container.concentrationMicrogramsPerMilliliter
        )
    }

    private var vitals: [String] {
        let sets = session.vitalsSets
        guard !sets.isEmpty else { return [] }
        return ["VITALS"]
            + sets.map {
                "  \(clock($0.observedUTCMicros))  \(Words.vitals($0.vitals))"
                    + ($0.isAmended ? "  (corrected)" : "")
            } + [""]
    }

    private var notes: [String] {
        let lines = session.effectiveEntries.compactMap { entry -> String? in
            guard entry.body.traits.weight == .note else { return nil }
            return "  \(clock(entry.observedUTCMicros))  \(Words.describe(entry.body))"
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
                return "  \(was): now \(Words.corrected(event.body, to: entry.body)) (entry \(amendment))"
            }
            return nil
        }
        let author = session.entries.last { $0.body == .sessionClosed }.map { closing in
            "Signed \(Words.dayAndClock(closing.at.utcMicros, zone)) by "
                + Words.name(of: closing.author, in: staff)
        }
        return (lines.isEmpty ? [] : ["CORRECTIONS"] + lines + [""]) + [author ?? "Not signed."]
    }
}
