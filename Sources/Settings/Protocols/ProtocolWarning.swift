package import Session

/// A number or a list that a protocol may have and hardly means: the program takes it, and somebody is then not warned,
/// asked or kept.
package struct ProtocolWarning: Hashable, Sendable, CustomStringConvertible {
    /// The keys that lead to it: `alarms.spo2Percent`.
    package var place: String
    /// What does not happen.
    package var consequence: String
    package var cure: String

    /// `alarms.spo2Percent: no value of SpO2 raises an alarm: add the block`.
    package var description: String { "\(place): \(consequence): \(cure)" }
}

extension InfusionProtocol {
    /// Everything that is to be read again before a medical director signs, in the order of the file.
    package var warnings: [ProtocolWarning] {
        alarmWarnings + baselineWarnings + scheduleWarnings + gateWarnings + dischargeWarnings + screeningWarnings
            + listWarnings + noteWarnings
    }

    /// The sides on which a parameter is a danger: what is watched during an infusion alarms there.
    private static let watched: [(parameter: Parameter, rises: Bool, falls: Bool)] = [
        (.systolicMmHg, true, true), (.diastolicMmHg, true, false), (.heartRatePerMin, true, true),
        (.spo2Percent, false, true), (.respiratoryRatePerMin, true, true), (.moaas, false, true),
    ]

    private var alarmWarnings: [ProtocolWarning] {
        var warnings: [ProtocolWarning] = []
        for (parameter, rises, falls) in Self.watched {
            let place = "alarms.\(parameter.fileKey)"
            guard let own = limits[parameter] else {
                warnings.append(
                    ProtocolWarning(
                        place: place,
                        consequence: "no value of \(parameter.label) raises an alarm",
                        cure: "add its limits"
                    )
                )
                continue
            }
            // A low alarm is a mark: it calls nobody, and holds neither a resume nor the way home.
            if rises, own.mediumAtOrAbove == nil, own.highAtOrAbove == nil {
                warnings.append(missingSide(parameter, "\(place).atOrAbove", "rise"))
            }
            if falls, own.mediumBelow == nil, own.highBelow == nil {
                warnings.append(missingSide(parameter, "\(place).below", "fall"))
            }
        }
        return warnings
    }

    private func missingSide(_ parameter: Parameter, _ place: String, _ way: String) -> ProtocolWarning {
        ProtocolWarning(
            place: place,
            consequence: "no \(way) of \(parameter.label) raises a medium or high alarm",
            cure: "add medium: and high:"
        )
    }

    private var baselineWarnings: [ProtocolWarning] {
        let absent = Self.watched.map(\.parameter).filter { !baseline.required.contains($0) }
        var warnings: [ProtocolWarning] = []
        if !absent.isEmpty {
            warnings.append(
                ProtocolWarning(
                    place: "baseline.required",
                    consequence: "a dose starts without \(absent.map(\.label).joined(separator: ", "))",
                    cure: "add \(absent.map(\.fileKey).joined(separator: ", "))"
                )
            )
        }
        if baseline.hold.isEmpty {
            warnings.append(empty("baseline.decideOutside", "no baseline is left to the prescriber"))
        }
        if baseline.stop.isEmpty { warnings.append(empty("baseline.stopOutside", "no baseline stops a start")) }
        return warnings
    }

    private func empty(_ place: String, _ consequence: String) -> ProtocolWarning {
        ProtocolWarning(
            place: place,
            consequence: "the list is empty, \(consequence)",
            cure: "fill it if that is not meant"
        )
    }

    private var scheduleWarnings: [ProtocolWarning] {
        var warnings: [ProtocolWarning] = []
        if schedule.mandatoryMinutes.isEmpty {
            warnings.append(empty("schedule.mandatoryMinutes", "no set is asked for at the peak"))
        }
        if schedule.dissociationMinutes.isEmpty {
            warnings.append(empty("schedule.dissociationMinutes", "dissociation is not asked during the dose"))
        }
        if schedule.dissociationAfterEndMinutes.isEmpty {
            warnings.append(empty("schedule.dissociationAfterEndMinutes", "dissociation is not asked after the dose"))
        }
        return warnings
    }

    private var gateWarnings: [ProtocolWarning] {
        let place = "gates.measureAfterPause"
        var warnings: [ProtocolWarning] = []
        if gates.adultAgeYears == 0 {
            warnings.append(
                ProtocolWarning(place: "gates.adultAgeYears", consequence: "nobody is too young", cure: "write an age")
            )
        }
        if gates.measuredAfterPause.isEmpty {
            warnings.append(empty(place, "no resume waits for what it was paused for"))
        }
        for (code, wanted) in gates.measuredAfterPause.sorted(by: { $0.key < $1.key }) {
            if !reasons.pause.contains(where: { $0.code == code }) {
                warnings.append(
                    ProtocolWarning(
                        place: "\(place).\(code)",
                        consequence: "\(code) is no reason of a pause, so nothing is measured again for it",
                        cure: "write a code of reasons.pause"
                    )
                )
            }
            if wanted.isEmpty {
                warnings.append(empty("\(place).\(code)", "nothing is measured again after that pause"))
            }
        }
        return warnings
    }

    private var dischargeWarnings: [ProtocolWarning] {
        let stays = [
            ("afterDoseEndMinutes", discharge.afterDoseEndMinutes, "end"),
            ("afterDoseStartMinutes", discharge.afterDoseStartMinutes, "start"),
        ]
        return stays.filter { $0.1 == 0 }.map { key, _, edge in
            ProtocolWarning(
                place: "discharge.\(key)",
                consequence: "no minimum stay after the \(edge) of the dose",
                cure: "write the minutes"
            )
        }
    }

    private var screeningWarnings: [ProtocolWarning] {
        guard !screening.isEmpty else { return [empty("screening", "nothing is asked before the dose")] }
        guard screening.allSatisfy({ $0.stopOn == nil && $0.decideOn == nil && $0.decideWith == nil }) else {
            return []
        }
        return [
            ProtocolWarning(
                place: "screening",
                consequence: "no answer stops a start or asks the prescriber",
                cure: "add stopOn: or decideOn: to an item"
            )
        ]
    }

    private var listWarnings: [ProtocolWarning] {
        guard !dischargeList.isEmpty else { return [empty("dischargeList", "nothing is asked before leaving")] }
        var warnings: [ProtocolWarning] = []
        if dischargeList.allSatisfy({ $0.stopOn == nil }) {
            warnings.append(
                ProtocolWarning(
                    place: "dischargeList",
                    consequence: "no answer keeps the patient",
                    cure: "add stopOn: to an item"
                )
            )
        }
        if !dischargeList.contains(where: { $0.confirmsOxygen && $0.answers != .text }) {
            warnings.append(
                ProtocolWarning(
                    place: "dischargeList",
                    consequence: "no item confirms the oxygen, so room air is typed with a set (o0)",
                    cure: "add confirmsOxygen: yes to the item that asks for it"
                )
            )
        }
        return warnings
    }

    private var noteWarnings: [ProtocolWarning] {
        var warnings: [ProtocolWarning] = []
        if quickNotes.isEmpty { warnings.append(empty("quickNotes", "the keys 1 to 9 write nothing")) }
        let lists = [
            ("pause", reasons.pause), ("stop", reasons.stop), ("cancel", reasons.cancel),
            ("correction", reasons.correction), ("deviation", reasons.deviation), ("notDone", reasons.notDone),
        ]
        for (name, list) in lists where list.allSatisfy({ $0.code == "other" }) {
            warnings.append(
                ProtocolWarning(
                    place: "reasons.\(name)",
                    consequence: "other is the only reason, so nothing can be counted",
                    cure: "add the reasons of your clinic"
                )
            )
        }
        return warnings
    }
}
