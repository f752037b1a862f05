import Session

/// What can be done with the session now, one letter each.
struct SessionMenuSheet: FormSheet {
    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        guard let stay = form.stay(scene) else { return FormPlan("Session", []) }
        // A decision outside a gate is about a weight that was corrected under way.
        let entries = Self.entries(stay.decided.phase).filter {
            $0.kind != .override || stay.decided.weightDifference != nil
        }
        let choices = entries.map { Choice($0.kind.rawValue, $0.key, $0.kind.words) }
        var fields: [Field] = [.computed("phase", "Stands at", stay.decided.phase.word)]
        if choices.isEmpty {
            fields.append(.computed("none", "", "nothing more can be entered here", style: .hint))
        } else {
            fields.append(Field("kind", "Go to", .choice(choices)))
        }
        var plan = FormPlan("Session", act: "open", fields)
        plan.actsAtOnce = true
        return plan
    }

    func complete(_ form: Form, _ scene: Scene) -> Completion {
        guard let kind = form.pick("kind").flatMap(FormKind.init) else { return .problem("kind", "a letter chooses") }
        return .replace(kind, typed: "")
    }

    /// The forms that belong to a phase, in the order they come.
    static func entries(_ phase: Phase) -> [(key: Character, kind: FormKind)] {
        switch phase {
        case .screening:
            [
                ("i", .identity), ("k", .screening), ("o", .order), ("a", .access), ("g", .drug), ("r", .ready),
                ("m", .move), ("x", .details), ("c", .cancel),
            ]
        case .ready:
            [
                ("g", .drug), ("a", .access), ("t", .timeout), ("s", .start), ("o", .order), ("k", .screening),
                ("b", .reopenScreening), ("m", .move), ("x", .details), ("c", .cancel),
            ]
        case .dosing:
            [
                ("r", .rate), ("e", .stop), ("v", .readVolume), ("o", .order), ("d", .override), ("a", .access),
                ("n", .vitalsNotDone), ("m", .move), ("x", .details),
            ]
        case .paused:
            [
                ("r", .resume), ("e", .stop), ("p", .pauseReason), ("v", .readVolume), ("o", .order),
                ("d", .override), ("a", .access), ("n", .vitalsNotDone), ("m", .move), ("x", .details),
            ]
        case .observing:
            [
                ("k", .dischargeList), ("l", .readyToLeave), ("v", .readVolume), ("a", .access), ("g", .drug),
                ("n", .vitalsNotDone), ("m", .move), ("x", .details),
            ]
        case .dischargeReady:
            [
                ("d", .discharge), ("k", .dischargeList), ("w", .worsen), ("a", .access), ("g", .drug),
                ("n", .vitalsNotDone), ("m", .move), ("x", .details),
            ]
        case .discharged: [("g", .drug), ("c", .close), ("b", .comeBack)]
        case .cancelled: [("g", .drug), ("c", .close)]
        case .closed: []
        }
    }
}
