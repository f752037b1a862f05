import Session
import Wording

/// The pump's own figure, and whether it runs; also asked of each live chair after the station was off.
struct ReadVolumeSheet: FormSheet {
    let isAfterStationOff: Bool

    enum Name: String, FieldName {
        case infuses, volume, how
    }

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
            Field(Name.infuses, "Still infuses", .choice(YesNo.self), isRequired: true),
            Field(
                Name.volume,
                "Volume given",
                .number(unit: "mL", decimals: 6),
                isRequired: true,
                hint: "as the pump shows it"
            ),
        ]
        if let stay = form.stay(scene), let dose = stay.decided.dose(at: stay.now) {
            let calculated = Words.calculated(dose.givenNanoliters, stay.decided)
            fields.append(.computed("By calculation", calculated, style: .hint))
        }
        if Self.standsUnexplained(form, scene) { fields += Self.standing(form, scene) }
        return FormPlan(fields)
    }

    /// Says from when to when the station was off, and asks for the pump.
    private static func heading(_ form: Form, _ scene: Scene) -> String {
        let gap = form.stay(scene)?.decided.newest(.station) {
            if case .stationWasOff(let from, let to) = $0 { (from: from, to: to) } else { nil }
        }
        let zone = form.zone(scene)
        let now = scene.ward.nowUTCMicros
        func clock(_ micros: Int64) -> String { Words.clock(micros, zone, seenFrom: now) }
        let times = gap.map { " from \(clock($0.value.from)) to \(clock($0.value.to))" } ?? ""
        return "The station was off\(times). What does the pump say now?"
    }

    /// How it came to stand.
    private enum Ending: String, FormAnswer {
        case paused, completed, early

        var words: String {
            switch self {
            case .paused, .completed: rawValue
            case .early: "stopped early"
            }
        }
    }

    /// Whether the pump stands while the record says that it runs: then it has to say since when, and why.
    private static func standsUnexplained(_ form: Form, _ scene: Scene) -> Bool {
        form.answer(Name.infuses) == YesNo.no && form.stay(scene)?.decided.phase == .dosing
    }

    private static func standing(_ form: Form, _ scene: Scene) -> [Field] {
        let how = Field(Name.how, "It stands, it was", .choice(Ending.self), isRequired: true)
        let since = LateTime.field("Since when")
        switch form.answer(Name.how) as Ending? {
        case .early: return [how] + StopSheet.reason(form.stay(scene)).fields(form) + [since]
        case .paused, .completed, nil: return [how, since]
        }
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        guard let volume = form.number(Name.volume, decimals: 6) else {
            throw .problem(Name.volume, "Volume given is needed")
        }
        let infuses = try form.needed(Name.infuses) == YesNo.yes
        let read = Command.readVolume(volumeNanoliters: volume, stillInfuses: infuses)
        guard Self.standsUnexplained(form, scene) else { return try form.record(read, scene) }
        let instant = try LateTime.instant(form, scene)
        let ending: Ending = try form.needed(Name.how)
        switch ending {
        case .paused:
            return try form.record(.pause(nil, observedAtMicros: instant), then: read, scene)
        case .early:
            let reason = try StopSheet.reason(form.stay(scene)).reason(form)
            return try form.record(.stop(.early(reason), observedAtMicros: instant), then: read, scene)
        case .completed:
            try StopSheet.confirmComplete(volume, at: instant, form, scene)
            return try form.record(.stop(.completed, observedAtMicros: instant), then: read, scene)
        }
    }
}
