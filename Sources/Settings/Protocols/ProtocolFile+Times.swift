import Session

extension ProtocolFile {
    /// When vitals and dissociation are due.
    static func schedule(_ map: YamlMapping) -> VitalsSchedule {
        let minutes = 1...1440
        let schedule = VitalsSchedule(
            dosingEveryMinutes: map.int("dosingEveryMinutes", in: minutes),
            mandatoryMinutes: rising(map.node("mandatoryMinutes")),
            recoveryEveryMinutes: map.int("recoveryEveryMinutes", in: minutes),
            recoveryStableEveryMinutes: map.int("recoveryStableEveryMinutes", in: minutes),
            stableSets: map.int("stableSets", in: 1...20),
            lateAfterMinutes: map.int("lateAfterMinutes", in: minutes),
            lateAfterPercent: map.int("lateAfterPercent", in: 0...100),
            overdueAfterMinutes: map.int("overdueAfterMinutes", in: minutes),
            overdueAfterPercent: map.int("overdueAfterPercent", in: 0...200),
            dissociationMinutes: rising(map.node("dissociationMinutes")),
            dissociationAfterEndMinutes: rising(map.node("dissociationAfterEndMinutes"))
        )
        map.check(
            schedule.recoveryEveryMinutes <= schedule.recoveryStableEveryMinutes,
            at: "recoveryStableEveryMinutes",
            "the interval becomes shorter when the patient is stable",
            cure: "write at least \(schedule.recoveryEveryMinutes)"
        )
        map.check(
            schedule.lateAfterMinutes <= schedule.overdueAfterMinutes
                && schedule.lateAfterPercent <= schedule.overdueAfterPercent,
            at: "overdueAfterMinutes",
            "a set would be overdue before it is late",
            cure: "keep the overdue numbers at or above the late ones"
        )
        return schedule
    }

    /// Minutes in rising order, each once; the list may be empty.
    private static func rising(_ node: YamlNode) -> [Int] {
        let items = node.list()
        let minutes = items.map { $0.int(in: 1...1440) }
        for index in items.indices.dropFirst() where minutes[index] <= minutes[index - 1] {
            items[index].check(false, "the minutes are not in rising order", cure: "sort them, each once")
        }
        return minutes
    }

    /// How old a fact may be where it is needed.
    static func gates(_ map: YamlMapping) -> GateRules {
        let minutes = 1...1440
        return GateRules(
            adultAgeYears: map.int("adultAgeYears", in: 0...120),
            baselineMaxAgeMinutes: map.int("baselineMaxAgeMinutes", in: minutes),
            timeoutMaxAgeMinutes: map.int("timeoutMaxAgeMinutes", in: minutes),
            pauseDecisionAfterMinutes: map.int("pauseDecisionAfterMinutes", in: minutes),
            baselineSlowMaxAgeMinutes: map.since(3, "baselineSlowMaxAgeMinutes", before: 240) { $0.int(in: minutes) },
            setWithinMinutes: map.since(3, "setWithinMinutes", before: 2) { $0.int(in: 0...15) },
            finalSetMaxAgeMinutes: map.int("finalSetMaxAgeMinutes", in: minutes),
            measuredAfterPause: map.since(3, "measureAfterPause", before: GateRules.measuredAfterPause) {
                $0.mapping(measuredAfterPause)
            },
            lateEntryAfterMinutes: map.int("lateEntryAfterMinutes", in: minutes),
            lateWhileDosingMinutes: map.since(3, "lateWhileDosingMinutes", before: 5) { $0.int(in: minutes) },
            deltaMaxAgeMinutes: map.int("jumpMaxAgeMinutes", in: minutes)
        )
    }

    /// Which values are taken anew before a resume, by the code of the pause's reason.
    private static func measuredAfterPause(_ map: YamlMapping) -> [String: [Parameter]] {
        var measured: [String: [Parameter]] = [:]
        for (code, _, value) in map.all() {
            measured[code] = value.list().compactMap { node in
                let key = node.string()
                guard let parameter = Parameter(fileKey: key) else {
                    node.refuse("\(key) is not a parameter", cure: "write such as systolicMmHg")
                    return nil
                }
                return parameter
            }
        }
        return measured
    }

    /// What must hold before a patient may leave.
    static func discharge(_ map: YamlMapping) -> DischargeRules {
        let rules = DischargeRules(
            afterDoseEndMinutes: map.int("afterDoseEndMinutes", in: 0...1440),
            afterDoseStartMinutes: map.int("afterDoseStartMinutes", in: 0...1440),
            systolicBelow: map.int("belowSystolicMmHg", in: 1...300),
            diastolicBelow: map.int("belowDiastolicMmHg", in: 1...200),
            systolicAtLeast: map.since(3, "systolicAtLeastMmHg", before: 90) { $0.int(in: 1...300) },
            systolicNearBaselineBelow: map.since(3, "nearBaselineBelowSystolicMmHg", before: 100) {
                $0.int(in: 1...300)
            },
            heartRate: map.since(3, "heartRatePerMin", before: 50...110) { $0.range() },
            respiratoryRate: map.since(3, "respiratoryRatePerMin", before: 10...22) { $0.range() },
            respiratoryRateNearBaseline: map.since(3, "respiratoryRateNearBaselinePerMin", before: 4) {
                $0.int(in: 0...30)
            },
            scoresMaxAgeMinutes: map.since(3, "scoresMaxAgeMinutes", before: 30) { $0.int(in: 1...1440) },
            withinBaselinePercent: map.int("withinBaselinePercent", in: 1...100),
            orSystolicBelow: map.int("orBelowSystolicMmHg", in: 1...300),
            orDiastolicBelow: map.int("orBelowDiastolicMmHg", in: 1...200),
            riseAtMostMmHg: map.int("riseAtMostMmHg", in: 0...100),
            setsApartMinutes: map.int("setsApartMinutes", in: 1...240),
            spo2AtLeast: map.int("spo2AtLeastPercent", in: 50...100),
            roomAirMinutes: map.int("roomAirMinutes", in: 0...240),
            moaasAtLeast: map.int("moaasAtLeast", in: 0...5),
            dissociationAtMost: map.int("dissociationAtMost", in: 0...4),
            painAtMost: map.int("painAtMost", in: 0...10)
        )
        if let score = map.optional("score") {
            // A promise that nothing keeps is worse than none: whoever reads it believes that a score is computed.
            score.check(
                false,
                "no score is computed, so a score cannot be asked for",
                cure: "remove the line; the criteria above hold by themselves"
            )
        }
        map.check(
            rules.systolicAtLeast <= rules.systolicNearBaselineBelow
                && rules.systolicNearBaselineBelow < rules.orSystolicBelow,
            at: "systolicAtLeastMmHg",
            "the floors of the pressure contradict each other",
            cure: "keep systolicAtLeastMmHg, nearBaselineBelowSystolicMmHg and orBelowSystolicMmHg in rising order"
        )
        map.check(
            rules.orSystolicBelow <= rules.systolicBelow,
            at: "orBelowSystolicMmHg",
            "it is above belowSystolicMmHg, which holds as well",
            cure: "write at most \(rules.systolicBelow)"
        )
        map.check(
            rules.orDiastolicBelow <= rules.diastolicBelow,
            at: "orBelowDiastolicMmHg",
            "it is above belowDiastolicMmHg, which holds as well",
            cure: "write at most \(rules.diastolicBelow)"
        )
        return rules
    }
}
