import Session
import Wording

/// The pump's own figure, and whether it runs; also asked of each live chair after the station was off.
struct ReadVolumeSheet: FormSheet {
    let isAfterStationOff: Bool

    var facts: FormFacts {
        if isAfterStationOff {
            FormFacts(
                "station was off",
                help: "say what the pump did while the station was off",
                keys: [FormKey("i", "pump", in: .live, if: .pumpUntold)]
            )
        } else {
            FormFacts(
                "pump reads",
                help: "enter the volume the pump reads",
                menu: FormMenu("v", [.dosing: 30, .paused: 40, .observing: 30])
            )
        }
    }

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        var fields: [Field] = []
        if isAfterStationOff { fields.append(.heading(Self.heading(form, scene))) }
        fields += [
            Field("infuses", "Still infuses", .choice(StaffChoices.yesNo), isRequired: true),
            Field(
                "volume",
                "Volume given",
                .number(unit: "mL", decimals: 6),
                isRequired: true,
                hint: "as the pump shows it"
            ),
        ]
        if let stay = form.stay(scene), let dose = stay.decided.dose(at: stay.now) {
            let calculated = Words.calculated(dose.givenNanoliters, stay.decided)
            fields.append(.computed("calculated", "By calculation", calculated, style: .hint))
        }
        if Self.standsUnexplained(form, scene) { fields += Self.standing(form, scene) }
        return FormPlan(isAfterStationOff ? facts.title : "Pump reads", fields)
    }

    /// Says from when to when the station was off, and asks for the pump.
    private static func heading(_ form: Form, _ scene: Scene) -> String {
        let gap = form.stay(scene)?.decided.newest {
            if case .stationWasOff(let from, let to) = $0 { (from: from, to: to) } else { nil }
        }
        let zone = form.zone(scene)
        let now = scene.ward.nowUTCMicros
        func clock(_ micros: Int64) -> String { Words.clock(micros, zone, seenFrom: now) }
        let times = gap.map { " from \(clock($0.value.from)) to \(clock($0.value.to))" } ?? ""
        return "The station was off\(times). What does the pump say now?"
    }

    private static let endings = [
        Choice("paused", "p", "paused"), Choice("completed", "c", "completed"), Choice("early", "e", "stopped early"),
    ]

    /// Whether the pump stands while the record says that it runs: then it has to say since when, and why.
    private static func standsUnexplained(_ form: Form, _ scene: Scene) -> Bool {
        form.pick("infuses") == "no" && form.stay(scene)?.decided.phase == .dosing
    }

    private static func standing(_ form: Form, _ scene: Scene) -> [Field] {
        var fields = [Field("how", "It stands, it was", .choice(endings), isRequired: true)]
        if form.pick("how") == "early" { fields += StopSheet.reason(form.stay(scene)).fields(form) }
        fields.append(Field("at", "Since when", .text, hint: "empty: now; or 14:20, or -4 for 4 min ago"))
        return fields
    }

    func complete(_ form: Form, _ scene: Scene) -> Completion {
        guard let volume = form.number("volume", decimals: 6) else {
            return .problem("volume", "Volume given is needed")
        }
        let read = Command.readVolume(volumeNanoliters: volume, stillInfuses: form.pick("infuses") == "yes")
        guard Self.standsUnexplained(form, scene) else { return form.record(read, scene) }
        switch LateTime.instant("at", form, scene) {
        case .failure(let problem): return problem.completion("at")
        case .success(let instant): return end(read, volume, at: instant, form, scene)
        }
    }

    private func end(
        _ read: Command,
        _ volume: Int,
        at instant: Int64?,
        _ form: Form,
        _ scene: Scene
    ) -> Completion {
        switch form.pick("how") {
        case "paused":
            return form.record(.pause(nil, observedAtMicros: instant), then: read, scene)
        case "early":
            let reasons = StopSheet.reason(form.stay(scene))
            guard let reason = reasons.reason(form) else { return reasons.missing }
            return form.record(.stop(.early(reason), observedAtMicros: instant), then: read, scene)
        default:
            if form.remembered["complete"] == nil,
                let doubt = StopSheet.doubt(volume, at: instant, form.stay(scene))
            {
                return .ask(.confirm([doubt], yes: "completed all the same", .remember("complete", "yes")))
            }
            return form.record(.stop(.completed, observedAtMicros: instant), then: read, scene)
        }
    }
}
