package import Session

extension Words {
    /// What is missing, as a gate says it.
    package static func sentence(of need: Need) -> String {
        switch need {
        case .protocolFile(let permission): "prescriber to decide without a protocol: \(action(permission))"
        case .identity: "two identifiers matched"
        case .screening(let open, let all): "screening: \(open) of \(all) open"
        case .screeningItem(let item, let isStop): "\(verdict(isStop)): \(item.text)"
        case .adultAge(let years): "age \(years) or over"
        case .allergy(let drug): "hard stop: the allergies name \(drug)"
        case .escort: "an escort or approved transport home"
        case .order: "the prescriber's order"
        case .orderForWeight(let difference):
            "an order for today's weight, \(DoseArithmetic.kilograms(difference.weighedGrams)): "
                + "it is for \(DoseArithmetic.kilograms(difference.orderedGrams))"
        case .baseline: "baseline vitals"
        case .baselineValues(let absent): "baseline without \(absent.map(\.label).joined(separator: ", "))"
        case .baselineDissociation: "baseline without dissociation"
        case .baselineUnmeasurable(let parameter, let why):
            "hard stop: baseline \(parameter.label) \(short(.unmeasurable(why), of: parameter))"
        case .baselineOutside(let parameter, let value, let isStop):
            "\(verdict(isStop)): baseline \(parameter.label) \(parameter.text(value))"
        case .baselineRepeat(let systolic, let diastolic, let minutes):
            "baseline BP \(systolic)/\(diastolic): repeat \(minutes) min after the first"
        case .baselineCaution(let systolic, let diastolic):
            "prescriber to decide: baseline BP \(systolic)/\(diastolic)"
        case .orderFigures: "weight, dose, time and concentration above 0"
        case .orderTotal(let total, let limit):
            "prescriber's override: total \(DoseArithmetic.milligramsPerKg(total)) is over the limit of "
                + DoseArithmetic.milligramsPerKg(limit)
        case .orderRate(let rate, let limit):
            "prescriber's override: rate \(DoseArithmetic.microgramsPerKgMinute(rate)) is over the limit of "
                + DoseArithmetic.microgramsPerKgMinute(limit)
        case .orderDuration(let minutes, let limit):
            "prescriber's override: \(minutes) min is under the limit of \(limit) min"
        case .ready: "the session declared READY"
        case .chair: "a chair"
        case .access: "IV access placed"
        case .drugDrawn: "the drug drawn and logged"
        case .drugMixed: "a container mixed as its label says"
        case .recentBaseline(let parameters, let age, let limit):
            "baseline \(labels(parameters)) anew: \(age) min old, over \(limit)"
        case .recentDissociation(let age, let limit): "dissociation anew: \(age) min old, over \(limit)"
        case .timeout: "the time-out with a second name"
        case .timeoutAnew(let subject): "the time-out anew: \(changed(subject)) after it"
        case .startTime(let support, let minutes): "a start after \(word(support)): typed \(minutes) min before it"
        case .recentTimeout(let minutes): "a time-out \(minutes) min old or newer"
        case .container(let name): "container \(name) logged as drawn"
        case .containerMixed(let container):
            "a container mixed as its label says (\(container.dilutionProblem ?? ""))"
        case .containerConcentration: "the container's concentration on the pump"
        case .containerDrug(let name, let drug, let ordered):
            "a container of \(ordered): \(name) holds \(drug)"
        case .concentrationLimit(let concentration, let limit):
            "prescriber's override: \(DoseArithmetic.milligramsPerMilliliter(concentration)) is over the limit of "
                + DoseArithmetic.milligramsPerMilliliter(limit)
        case .timeoutContainer(let name): "a time-out that read the code of container \(name)"
        case .pumpRate(let set, let ordered):
            "the pump set to the ordered rate, \(DoseArithmetic.millilitersPerHour(ordered)): it is at "
                + DoseArithmetic.millilitersPerHour(set)
        case .pumpVolume(let set, let ordered):
            "the pump set to the ordered volume, \(DoseArithmetic.milliliters(ordered)): it is at "
                + DoseArithmetic.milliliters(set)
        case .pumpConcentration(let ordered):
            "the ordered concentration, \(DoseArithmetic.milligramsPerMilliliter(ordered))"
        case .startRateLimit(let rate, let limit), .rateLimit(let rate, let limit):
            "a rate up to the limit of \(DoseArithmetic.microgramsPerKgMinute(limit)): this one is \(text(rate))"
        case .rateOrder(let rate, let ordered):
            ordered.map {
                "the pump as ordered, \(DoseArithmetic.microgramsPerKgMinute($0)) (this rate is \(text(rate))), "
                    + "unless the prescriber orders anew"
            } ?? "the prescriber's order for \(text(rate))"
        case .pauseDecision(let minutes): "the prescriber's decision: paused over \(minutes) min"
        case .accessChecked: "IV access placed and checked"
        case .highAlarm(let condition, let age): "\(condition.message) standing, \(age) min ago: measure again"
        case .overdue(let parameter, let age): "\(parameter == .systolicMmHg ? "BP" : parameter.label), \(age) min old"
        case .remeasure(let parameters): "\(labels(parameters)) measured since the pause"
        case .infiltration(let age): "prescriber to decide: infiltrated \(age) min ago"
        case .criterion(let criterion):
            criterion.detail.isEmpty ? criterion.words : "\(criterion.words) (\(criterion.detail))"
        case .accessRemoved(let site): "the IV out and its site checked: \(site)"
        case .finalSet(let age?, let limit): "a final complete set: the newest is \(age) min old, over \(limit)"
        case .finalSet(nil, _): "a final complete set: BP, HR, SpO2, RR since the dose ended"
        case .dischargeItem(_, let text): text
        case .departureEscort: "the escort present, or approved transport"
        case .departureInstructions: "instructions given, and to whom"
        case .balance(let container, let difference):
            "container \(container): \(DoseArithmetic.milligrams(difference)) not accounted for"
        }
    }

    /// Parameters by their labels, a pressure once.
    private static func labels(_ parameters: [Parameter]) -> String {
        let labels = parameters.map { $0 == .systolicMmHg || $0 == .diastolicMmHg ? "BP" : $0.label }
        return labels.enumerated().filter { labels.firstIndex(of: $0.element) == $0.offset }.map(\.element)
            .joined(separator: ", ")
    }

    private static func word(_ support: StartSupport) -> String {
        switch support {
        case .order: "the order"
        case .container: "the drug was drawn"
        case .access: "the IV was placed"
        case .timeout: "the time-out"
        }
    }

    private static func changed(_ subject: TimeoutSubject) -> String {
        switch subject {
        case .order: "the order came"
        case .container: "a container was drawn or voided"
        case .patient: "the patient's details were corrected"
        }
    }

    private static func verdict(_ isStop: Bool) -> String { isStop ? "hard stop" : "prescriber to decide" }

    private static func text(_ rate: DrugRate) -> String {
        switch rate {
        case .nanogramsPerKgMinute(let figure): DoseArithmetic.microgramsPerKgMinute(figure)
        case .microlitersPerHour(let rate): DoseArithmetic.millilitersPerHour(rate)
        }
    }

    /// What a permission lets a nurse do: `Cannot declare READY yet`.
    package static func action(_ permission: Permission) -> String {
        switch permission {
        case .order: "place this order"
        case .ready: "declare READY"
        case .start: "start"
        case .resume: "resume"
        case .raiseRate: "raise the rate"
        case .readyToLeave: "mark READY TO LEAVE"
        case .discharge: "discharge"
        case .close: "close"
        }
    }

    /// A refusal in one sentence; a form lists what is missing by itself.
    ///
    /// - Parameter key: the key that leads out, where somebody sits at keys: it is named in brackets.
    package static func sentence(of refusal: Refusal, key: (Refusal.Way) -> String? = { _ in nil }) -> String {
        func hint(_ way: Refusal.Way?) -> String { way.flatMap(key).map { " (\($0))" } ?? "" }
        return switch refusal {
        case .wrongState(let action, let phase, let cure, let way):
            "Cannot \(action) while \(phase.word): \(cure)\(hint(way))"
        case .missing(let permission, let needs):
            "Cannot \(action(permission)) yet, missing: " + needs.map { sentence(of: $0) }.joined(separator: "; ")
        case .outOfRange(let problems): problems.map(\.sentence).joined(separator: "; ")
        case .unusual(let questions): questions.joined(separator: "; ")
        case .notPossible(let why, let cure, let way): "\(why): \(cure)\(hint(way))"
        }
    }
}
