import JSON
import Session

extension EventCoding {
    /// The body of an event as the JSON object that is recorded.
    static func encodeBody(_ body: Event.Body) -> JSONObject {
        switch body {
        case .sessionOpened(let opening): opening.fields
        case .identityConfirmed(let identifiers): fields { $0.add("identifiers", words: identifiers.map(\.rawValue)) }
        case .screeningAnswered(let answers): fields { $0.add("answers", answers.map(\.fields)) }
        case .orderPlaced(let order): order.fields
        case .timeoutConfirmed(let secondName, let reading): timeoutConfirmed(secondName, reading)
        case .accessPlaced(let site, let gauge): accessPlaced(site, gauge)
        case .accessChecked(let isPatent, let text, let line): accessChecked(isPatent, text, line)
        case .accessLost(let text, let line, let isInfiltrated): accessLost(text, line, isInfiltrated)
        case .accessRemoved(let siteIsClean, let text, let line): accessRemoved(siteIsClean, text, line)
        case .sessionReady: JSONObject()
        case .screeningReopened(let text): words(text)
        case .infusionStarted(let pump): pump.fields
        case .infusionPaused(let reason): fields { $0.add("reason", reason?.fields) }
        case .infusionResumed(let reason, let decision): infusionResumed(reason, decision)
        case .infusionRateChanged(let rate): fields { $0.add("rateMicrolitersPerHour", rate) }
        case .infusionVolumeRead(let volume, let stillInfuses): infusionVolumeRead(volume, stillInfuses)
        case .infusionStopped(let reason): reason.fields
        case .vitalsRecorded(let vitals): vitals.fields
        case .vitalsNotDone(let reason): because(reason)
        case .dissociationRecorded(let dissociation): dissociation.fields
        case .noteRecorded(let text): words(text)
        case .drugDrawn(let container): container.fields
        case .drugWasted(let waste): waste.fields
        case .drugReturned(let container, let volume): drugReturned(container, volume)
        case .drugExplained(let explanation): explanation.fields
        case .checklistAnswered(let answers): fields { $0.add("answers", answers.map(\.fields)) }
        case .criteriaMet: JSONObject()
        case .overrideGranted(let override): override.fields
        case .deviationRecorded(let deviation): deviation.fields
        case .sessionReadyToLeave: JSONObject()
        case .sessionWorsened(let text): words(text)
        case .sessionDischarged(let departure): departure.fields
        case .sessionReturned(let text): words(text)
        case .sessionCancelled(let reason): because(reason)
        case .sessionClosed: JSONObject()
        case .sessionMoved(let chair): fields { $0.add("chair", chair) }
        case .entryAmended(let target, let body, let reason): entryAmended(target, body, reason)
        case .entryVoided(let target, let reason): entryVoided(target, reason)
        case .stationWasOff(let from, let to): stationWasOff(from, to)
        case .entryLost: JSONObject()
        case .unknown(_, _, let raw): unknown(raw)
        }
    }

    /// The body of a kind at version 1; nil for a kind this program does not know.
    static func decodeKnown(
        _ kind: String,
        _ fields: BodyReader,
        _ problems: inout [BodyProblem]
    ) throws(BodyProblem) -> Event.Body? {
        switch kind {
        case "session.opened": .sessionOpened(try Opening(fields, &problems))
        case "identity.confirmed": .identityConfirmed(identifiers: try fields.words("identifiers", Identifier.self))
        case "screening.answered": .screeningAnswered(try answers(fields))
        case "order.placed": .orderPlaced(try Order(fields))
        case "timeout.confirmed": try timeoutConfirmed(fields)
        case "access.placed": .accessPlaced(site: try fields.text("site"), gauge: try fields.text("gauge"))
        case "access.checked":
            .accessChecked(
                isPatent: try fields.flag("isPatent"),
                text: try fields.text("text"),
                line: try fields.numberIfPresent("line")
            )
        case "access.lost":
            .accessLost(
                text: try fields.text("text"),
                line: try fields.numberIfPresent("line"),
                isInfiltrated: try fields.flagIfPresent("isInfiltrated") ?? false
            )
        case "access.removed":
            .accessRemoved(
                siteIsClean: try fields.flag("siteIsClean"),
                text: try fields.text("text"),
                line: try fields.numberIfPresent("line")
            )
        case "session.ready": .sessionReady
        case "screening.reopened": .screeningReopened(text: try fields.text("text"))
        case "infusion.started": .infusionStarted(try PumpSettings(fields))
        case "infusion.paused": .infusionPaused(try fields.reasonIfPresent("reason"))
        case "infusion.resumed": try infusionResumed(fields)
        case "infusion.rateChanged":
            .infusionRateChanged(rateMicrolitersPerHour: try fields.number("rateMicrolitersPerHour"))
        case "infusion.volumeRead": try infusionVolumeRead(fields)
        case "infusion.stopped": .infusionStopped(try StopReason(fields))
        case "vitals.recorded": .vitalsRecorded(try Vitals(fields))
        case "vitals.notDone": .vitalsNotDone(try fields.reason("reason"))
        case "dissociation.recorded": .dissociationRecorded(try Dissociation(fields))
        case "note.recorded": .noteRecorded(try fields.text("text"))
        case "drug.drawn": .drugDrawn(try DrugContainer(fields))
        case "drug.wasted": .drugWasted(try DrugWaste(fields))
        case "drug.returned": try drugReturned(fields)
        case "drug.explained": .drugExplained(try DrugExplanation(fields))
        case "checklist.answered": .checklistAnswered(try answers(fields))
        case "criteria.met": .criteriaMet
        case "override.granted": .overrideGranted(try Override(fields))
        case "deviation.recorded": .deviationRecorded(try Deviation(fields))
        case "session.readyToLeave": .sessionReadyToLeave
        case "session.worsened": .sessionWorsened(text: try fields.text("text"))
        case "session.discharged": .sessionDischarged(try Departure(fields))
        case "session.returned": .sessionReturned(text: try fields.text("text"))
        case "session.cancelled": .sessionCancelled(try fields.reason("reason"))
        case "session.closed": .sessionClosed
        case "session.moved": .sessionMoved(chair: try fields.textIfPresent("chair"))
        case "entry.amended": try entryAmended(fields, &problems)
        case "entry.voided": .entryVoided(target: try fields.number("target"), reason: try fields.reason("reason"))
        case "station.wasOff":
            .stationWasOff(fromUTCMicros: try fields.time("from"), toUTCMicros: try fields.time("to"))
        case "entry.lost": .entryLost
        default: nil
        }
    }

    static func fields(_ build: (inout BodyWriter) -> Void) -> JSONObject { BodyWriter.object(build) }

    static func words(_ text: String) -> JSONObject { fields { $0.add("text", text) } }

    static func because(_ reason: Reason) -> JSONObject { fields { $0.add("reason", reason.fields) } }
}

extension Event.Body {
    /// The version of the body's keys for its kind, from 1; it rises when a key changes its meaning or goes.
    package var schemaVersion: Int {
        if case .unknown(_, let version, _) = self { return version }
        return 1
    }
}
