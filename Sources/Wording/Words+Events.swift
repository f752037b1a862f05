package import Session

extension Words {
    /// One line on what happened, for the list of entries.
    package static func describe(_ body: Event.Body) -> String {
        switch body {
        case .sessionOpened(let opening):
            join(
                "checked in under \(opening.protocolID) \(opening.protocolVersion)",
                opening.asked.isEmpty ? "" : "asked and confirmed, " + opening.asked.joined(separator: "; ")
            )
        case .identityConfirmed(let identifiers):
            "identity matched by " + identifiers.map(identifier).joined(separator: " and ")
        case .screeningAnswered(let answers): "screening: " + list(answers)
        case .orderPlaced(let order): "order: " + describe(order)
        // Without the code: the next one is read from the syringe again.
        case .timeoutConfirmed(let secondName, let reading):
            "time-out with \(secondName)" + (reading.map { ", syringe \($0.container) read" } ?? "")
        case .accessPlaced(let site, let gauge): "IV placed: \(site), \(gauge)"
        case .accessChecked(let isPatent, let text, _): join("IV checked, \(isPatent ? "patent" : "NOT PATENT")", text)
        case .accessLost(let text, _, let isInfiltrated): join(isInfiltrated ? "IV LOST, INFILTRATED" : "IV LOST", text)
        case .accessRemoved(let isClean, let text, _): join("IV out, site \(isClean ? "clean" : "NOT CLEAN")", text)
        case .sessionReady: "ready for the infusion"
        case .screeningReopened(let text): join("back to screening", text)
        case .noteRecorded(let text): text
        case .vitalsRecorded(let vitals): Words.vitals(vitals)
        case .vitalsNotDone(let reason): "vitals not done: \(reason.text)"
        case .dissociationRecorded(let value): dissociation(value)
        case .infusionStarted(let pump): "INFUSION STARTED: \(describe(pump))"
        case .infusionPaused(let reason): join("PAUSED", reason?.text ?? "")
        case .infusionResumed(let reason, let decision):
            join("RESUMED; paused for \(reason.text)", decision.map { "prescriber: \($0)" } ?? "")
        case .infusionRateChanged(let rate): "rate now \(DoseArithmetic.millilitersPerHour(rate))"
        case .infusionVolumeRead(let volume, let stillInfuses):
            "pump reads \(DoseArithmetic.milliliters(volume)), \(stillInfuses ? "still infuses" : "stands")"
        case .infusionStopped(.completed): "INFUSION COMPLETED"
        case .infusionStopped(.early(let reason)): "STOPPED EARLY: \(reason.text)"
        case .drugDrawn(let container):
            "drug drawn: \(container.drug) \(DoseArithmetic.milliliters(container.volumeNanoliters)) at "
                + "\(DoseArithmetic.milligramsPerMilliliter(container.concentrationMicrogramsPerMilliliter)) as \(container.name)"
        case .drugWasted(let waste):
            "wasted \(DoseArithmetic.milliliters(waste.volumeNanoliters)) of \(waste.container), \(waste.method),"
                + " witness \(waste.witness)"
        case .drugReturned(let container, let volume): "returned \(DoseArithmetic.milliliters(volume)) of \(container)"
        case .drugExplained(let explanation):
            "voided drug of entry \(explanation.entry) explained: \(explanation.text), witness \(explanation.witness)"
        case .checklistAnswered(let answers): "discharge list: " + list(answers)
        case .criteriaMet: "discharge criteria met"
        case .sessionReadyToLeave: "READY TO LEAVE"
        case .sessionWorsened(let text): join("worse; observed again", text)
        case .sessionDischarged(let departure):
            "DISCHARGED with \(departure.with); instructions to \(departure.instructionsGivenTo)"
        case .sessionReturned(let text): join("came back", text)
        case .sessionCancelled(let reason): "CANCELLED: \(reason.text)"
        case .sessionClosed: "CLOSED and signed"
        case .sessionMoved(let chair): chair.map { "moved to \($0)" } ?? "moved to WAITING"
        case .overrideGranted(let override):
            join("OVERRIDE by \(override.prescriber) (\(way(override.way)))", override.text)
        case .deviationRecorded(let deviation):
            "DEVIATION: \(deviation.kind) had already happened, \(deviation.reason.text)"
        case .entryAmended(_, let replacement, let reason):
            "corrected to: \(describe(replacement)) (\(reason.text))"
        case .entryVoided(_, let reason): "voided: \(reason.text)"
        case .stationWasOff(let from, let to): "STATION WAS OFF for \(age(to - from))"
        case .entryLost: "ENTRY LOST: its record is damaged or missing"
        case .unknown(let kind, let version, _): "entry of an unknown kind: \(kind) \(version)"
        }
    }

    /// An order in one line: `ketamine 0.5 mg/kg x 80 kg over 40 min at 1 mg/mL, Dr. Moreno (written)`.
    package static func describe(_ order: Order) -> String {
        let dose = DoseArithmetic.milligramsPerKg(order.doseMicrogramsPerKg)
        let concentration = DoseArithmetic.milligramsPerMilliliter(order.concentrationMicrogramsPerMilliliter)
        return "\(order.drug) \(dose) x \(DoseArithmetic.kilograms(order.weightGrams))"
            + " over \(order.durationMinutes) min at \(concentration), \(order.prescriber) (\(way(order.way)))"
    }

    /// The pump's settings in one line: `60 mL/h, 40 mL at 1 mg/mL from A`.
    package static func describe(_ pump: PumpSettings) -> String {
        let concentration = DoseArithmetic.milligramsPerMilliliter(pump.concentrationMicrogramsPerMilliliter)
        return DoseArithmetic.millilitersPerHour(pump.rateMicrolitersPerHour)
            + ", \(DoseArithmetic.milliliters(pump.volumeNanoliters)) at \(concentration) from \(pump.container)"
    }

    private static func join(_ words: String, _ text: String) -> String {
        text.isEmpty ? words : "\(words): \(text)"
    }

    private static func list(_ answers: [ItemAnswer]) -> String {
        if answers.count > 2 { return "\(answers.count) items answered" }
        return answers.map { "\($0.item) \(answer($0.answer))" }.joined(separator: ", ")
    }
}
