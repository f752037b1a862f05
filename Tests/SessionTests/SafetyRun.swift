import Session
import TestSupport

/// A session that a nurse means to carry through, with everything that goes wrong on the way, from one seed.
///
/// Whatever is refused is refused; what is recorded is folded by the alarms of the oracle too.
struct SafetyRun {
    var script: SessionScript
    var random: SeededRandom
    private(set) var alarms = AlarmOracle()
    /// What the patient's numbers lie around.
    private let usual: (systolic: Int, diastolic: Int, heartRate: Int, spo2: Int, breaths: Int)
    /// How often, of a hundred turns, something else than the next step is done.
    private let disorder: Int
    /// Whether the patient has gone for good.
    private(set) var isOver = false
    /// What was recorded last, and what it was asked for with, for a failure.
    private(set) var newest: [Event] = []
    private(set) var command: Command?

    static let reason = Reason(code: "wrongValue", text: "wrong value")

    init(seed: UInt64) throws {
        random = SeededRandom(seed: seed)
        let kinds = [
            (124, 78, 72, 98, 14), (124, 78, 72, 98, 14), (148, 92, 80, 97, 16), (118, 70, 48, 98, 12),
            (164, 101, 88, 96, 18), (130, 82, 76, 92, 20), (96, 60, 62, 98, 13), (126, 80, 112, 97, 24),
        ]
        let kind = kinds[Int(random.next() % UInt64(kinds.count))]
        usual = (kind.0, kind.1, kind.2, kind.3, kind.4)
        disorder = [10, 30, 55][Int(random.next() % 3)]
        script = try SessionScript(rules: Self.rules(confirmsOxygen: random.next() % 2 == 0))
        alarms.take(script.session)
    }

    /// The sample protocol with what the design asks beyond it.
    private static func rules(confirmsOxygen: Bool) -> InfusionProtocol {
        var rules = sampleProtocol()
        rules.baseline.required += [.temperatureTenthsCelsius, .painNrs]
        rules.baseline.requiresDissociation = true
        for index in rules.screening.indices {
            switch rules.screening[index].id {
            case "psychosis": rules.screening[index].needsAtDischarge = "safety"
            case "heart": (rules.screening[index].decideOn, rules.screening[index].tellOn) = (nil, .yes)
            case "medicines":
                (rules.screening[index].decideOn, rules.screening[index].tellOn) = (nil, .yes)
                rules.screening[index].decideWith = "heart"
            default: break
            }
        }
        for index in rules.dischargeList.indices where rules.dischargeList[index].id == "safety" {
            rules.dischargeList[index].isAskedAfterDissociation = true
        }
        if confirmsOxygen {
            var item = ChecklistItem(id: "oxygen", text: "Oxygen as entered", answers: .yesNo, maxAgeMinutes: 30)
            item.confirmsOxygen = true
            rules.dischargeList.append(item)
        }
        return rules
    }

    mutating func below(_ count: Int) -> Int { Int(random.next() % UInt64(max(1, count))) }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func any<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    /// What one turn asks for; time goes on in between.
    mutating func turn() -> [Command] {
        if chance(disorder) { return chance(30) ? wait(20 + below(3580)) : disturbance() }
        return next()
    }

    private mutating func wait(_ seconds: Int) -> [Command] {
        script.wait(minutes: 0, seconds: seconds)
        return []
    }

    /// Gives a command as a nurse would: what is asked is mostly confirmed, what is refused has at times happened.
    mutating func give(_ command: Command) -> Bool {
        var command = command
        for _ in 0..<3 {
            do throws(Refusal) {
                newest = try script.session.decided(command, by: script.nurse, at: script.now)
                for event in newest {
                    script.session.apply(event)
                    alarms.take(script.session)
                }
                self.command = command
                return true
            } catch {
                switch error {
                case .unusual:
                    guard let confirmed = command.confirmed, chance(90) else { return false }
                    command = confirmed
                case .missing:
                    guard chance(5) else { return false }
                    let minutes = below(6)
                    let at = script.now.utcMicros - Int64(minutes) * Micros.perMinute
                    command = .alreadyHappened(
                        command,
                        reason: Self.reason,
                        observedAtMicros: minutes == 0 || at < SessionScript.morning ? nil : at
                    )
                case .outOfRange, .notPossible, .wrongState: return false
                }
            }
        }
        return false
    }

    // The next step of a session.

    private mutating func next() -> [Command] {
        switch script.session.phase {
        case .screening, .ready: return prepare()
        case .dosing: return watch()
        case .paused:
            if chance(60) { return typed(line()) }
            let needs = script.session.needs(for: .resume, at: script.now).filter(\.canBeOverridden)
            let reason = Reason(code: "highBloodPressure", text: "BP high")
            let resume = Command.resume(pauseReason: reason, prescriberDecision: chance(80) ? "Dr Lind" : nil)
            if !needs.isEmpty, chance(20) { return [.stop(.early(reason), observedAtMicros: nil)] }
            return needs.isEmpty ? [resume] : decide(needs) + [resume]
        case .observing: return observe()
        case .dischargeReady:
            if chance(10) { return [.worsen(text: "dizzy")] }
            let departure = Departure(with: chance(95) ? "Ben Sample" : "", instructionsGivenTo: "both")
            var steps = script.session.linesInArm.map {
                Command.removeAccess(siteIsClean: true, text: "", line: $0.number)
            }
            if chance(50) { steps += typed(line()) }
            _ = wait(60 * below(6))
            return steps + [.discharge(departure)]
        case .discharged:
            if chance(20) { return [.comeBack(text: "faint at the door")] }
            isOver = true
            return []
        case .cancelled, .closed: return wait(60)
        }
    }

    private mutating func prepare() -> [Command] {
        let session = script.session
        let needs = session.needs(for: .start, at: script.now)
        let codes = Set(needs.map(\.code))
        if codes.contains("identity") { return [.confirmIdentity([.name, .birthDate])] }
        if codes.contains("screening.complete") { return [.answerScreening(clearScreening(session.rules))] }
        if codes.contains("order") || codes.contains("order.weight") {
            return [
                .placeOrder(sampleOrder(weightGrams: session.patient?.weightGrams ?? 80_000), confirmedUnusual: true)
            ]
        }
        if codes.contains("baseline") || codes.contains("baseline.recent") {
            return typed(line() + " t36.8 p\(below(3)) d\(chance(90) ? 0 : 1)")
        }
        if codes.contains("baseline.repeat") { return wait(60 * (3 + below(5))) + typed(line()) }
        let overridable = needs.filter(\.canBeOverridden)
        if !overridable.isEmpty { return decide(overridable) }
        if codes.contains("access") { return [.placeAccess(site: "L forearm", gauge: "22G")] }
        if codes.contains("container.logged") { return [.drawDrug(sampleContainer())] }
        if session.phase == .screening { return [.declareReady] }
        if codes.contains("timeout") || codes.contains("timeout.recent") { return [sampleTimeout(session)] }
        let rate = any([60_000, 60_000, 63_000, 57_000])
        let pump = samplePump(rateMicrolitersPerHour: rate, volumeNanoliters: any([40_000_000, 42_000_000]))
        return [.start(pump, confirmedUnusual: true)]
    }

    /// What a prescriber decides; at times only a part of it.
    private mutating func decide(_ needs: [Need]) -> [Command] {
        let part = chance(80) ? needs : [any(needs)]
        let own = chance(60) && part.contains(where: \.facts.carriesOwnLimits)
        return [
            .grantOverride(
                Override(
                    on: part,
                    prescriber: "Dr Lind",
                    way: .telephoneReadBack,
                    text: "goes on",
                    carriesOwnLimits: own
                )
            )
        ]
    }

    private mutating func watch() -> [Command] {
        _ = wait(60 * (2 + below(8)))
        if script.session.dose(at: script.now)?.isCompleteByCalculation ?? false {
            return [.stop(.completed, observedAtMicros: nil)]
        }
        if chance(12) { return [.pause(nil)] }
        return typed(line() + (chance(30) ? " d\(below(4))" : ""))
    }

    private mutating func observe() -> [Command] {
        _ = wait(60 * (2 + below(14)))
        let criteria = script.session.criteria(at: script.now)
        let open = criteria.filter { !$0.isMet }.map(\.kind)
        if open.isEmpty { return [.markReadyToLeave] }
        if open == [.time], chance(70) { return wait(60 * (5 + below(20))) }
        var commands = typed(line() + " p0 o0 d0")
        if open.contains(.dissociation) {
            commands.append(.recordDissociation(Dissociation(score: 0, isDistressed: false), observedAtMicros: nil))
        }
        if open.contains(.list) { commands.append(.answerDischarge(passedDischargeList(script.session.rules))) }
        return commands
    }

    // What is typed.

    /// A line as most are: the patient's usual numbers.
    private mutating func line() -> String {
        let pressure = "\(usual.systolic - 6 + below(13))/\(usual.diastolic - 4 + below(9))"
        let spo2 = min(100, usual.spo2 - 1 + below(3))
        return "\(pressure) \(usual.heartRate - 4 + below(9)) \(spo2) rr\(usual.breaths - 2 + below(5)) m5"
    }

    /// A line as some are: words left out, values far off, not done, not measurable, late.
    private mutating func oddLine() -> String {
        var words: [String] = []
        func marks(_ tag: String) -> [String] { ["-", "?", ">", "<"].map { tag + $0 } }
        let systolic = usual.systolic - 50 + below(110)
        let pressure = "\(systolic)/\(max(25, systolic - 30 - below(40)))"
        if chance(70) { words.append(chance(75) ? pressure : any(marks("bp"))) }
        if chance(60) { words.append(chance(80) ? "hr\(usual.heartRate - 40 + below(100))" : any(marks("hr"))) }
        if chance(70) { words.append(chance(75) ? "s\(82 + below(19))" : any(marks("s"))) }
        if chance(50) { words.append(chance(80) ? "rr\(6 + below(28))" : any(marks("rr"))) }
        if chance(50) { words.append(chance(85) ? "m\(1 + below(5))" : "m-") }
        if chance(20) { words.append("o\(below(4))") }
        if chance(15) { words.append(any(["p0", "p7", "p-", "t36.8", "t98.6", "t?", "r-3", "r2", "r0", "e40"])) }
        if chance(15) { words.append("d\(below(5))") }
        if chance(10) { words.append(any(["97", "142/", "88/140", "hr", "x", "s12", "@25:00", "bp120/80"])) }
        if chance(35) { words.append("@-\(below(20))") }
        return words.joined(separator: " ")
    }

    /// The commands that a typed line becomes; none where it cannot be handed on.
    private mutating func typed(_ text: String) -> [Command] {
        var parsed = VitalsLine.parse(text)
        parsed.giveReason("asleep")
        if chance(80) { parsed.takeCelsius() }
        if chance(80) { parsed.takeBareNumber(as: any([.heartRatePerMin, .spo2Percent])) }
        guard parsed.isComplete else { return [] }
        let at = parsed.late?.instants(now: script.now.utcMicros, zone: .utc).first
        var commands: [Command] = []
        if !parsed.vitals.isEmpty { commands.append(.recordVitals(parsed.vitals, observedAtMicros: at)) }
        if let score = parsed.dissociation {
            commands.append(.recordDissociation(Dissociation(score: score), observedAtMicros: at))
        }
        return commands
    }

    // What goes wrong.

    private mutating func back() -> Int64? {
        guard chance(40) else { return nil }
        return script.now.utcMicros - Int64(below(15 * 60)) * Micros.perSecond
    }

    private mutating func disturbance() -> [Command] {
        let session = script.session
        let line = session.linesInArm.map(\.number).randomElement(using: &random)
        let reason = any([
            Reason(code: "highBloodPressure", text: "BP high"), Reason(code: "lowSaturation", text: "SpO2 low"),
            Reason(code: "sedation", text: "sleepy"), Reason(code: "access", text: "IV"),
        ])
        switch below(23) {
        case 0...4: return typed(oddLine())
        case 5, 6, 7: return correction()
        case 8, 9: return [void()]
        case 10: return note()
        case 11: return [.pause(chance(60) ? reason : nil, observedAtMicros: back())]
        case 12:
            let decision = chance(50) ? "Dr Lind" : nil
            return [.resume(pauseReason: reason, prescriberDecision: decision, observedAtMicros: back())]
        case 13:
            let rate = 30_000 + 7_500 * below(8)
            return [.changeRate(rateMicrolitersPerHour: rate, observedAtMicros: back(), confirmedUnusual: true)]
        case 14: return chance(30) ? [.stop(.early(reason), observedAtMicros: back())] : []
        case 15: return answers()
        case 16: return [.markReadyToLeave]
        case 17: return [.worsen(text: "nauseated")]
        case 18: return [.discharge(Departure(with: "Ben Sample", instructionsGivenTo: chance(90) ? "both" : " "))]
        case 19:
            return any([
                [.placeAccess(site: "R hand", gauge: "22G")], [.removeAccess(siteIsClean: true, text: "", line: line)],
                [.checkAccess(isPatent: chance(60), text: "", line: line)],
                [.loseAccess(text: "", line: line, isInfiltrated: chance(40))],
            ])
        case 20: return [.placeOrder(sampleOrder(minutes: any([40, 45])), confirmedUnusual: true)]
        case 21:
            let permission = any([Permission.ready, .start, .resume, .raiseRate, .readyToLeave])
            let needs = session.needs(for: permission, at: script.now).filter(\.canBeOverridden)
            return needs.isEmpty ? [sampleTimeout(session)] : decide(needs)
        default: return weighedAnew()
        }
    }

    private mutating func note() -> [Command] {
        let moaas = any([nil, nil, 5, 4, 2])
        let distress: Bool? = any([nil, nil, false, true])
        let note = Dissociation(score: below(5), isDistressed: distress, moaas: moaas, rass: any([nil, nil, 0, -3]))
        return [.recordDissociation(note, observedAtMicros: back())]
    }

    /// One item of a list answered anew.
    private mutating func answers() -> [Command] {
        let rules = script.session.rules
        if script.session.doseStartMicros == nil {
            return [.answerScreening([ItemAnswer(item: any(rules.screening).id, answer: any([.yes, .no]))])]
        }
        return [.answerDischarge([ItemAnswer(item: any(rules.dischargeList).id, answer: any([.yes, .yes, .no]))])]
    }

    /// The patient's weight corrected, or back again.
    private mutating func weighedAnew() -> [Command] {
        guard var opening = script.session.opening, chance(30) else { return [] }
        opening.patient.weightGrams = any([80_000, 80_000, 82_000])
        return [.amend(target: 0, replacement: .sessionOpened(opening), reason: Self.reason)]
    }

    /// A line laid over a set, or a note over a note.
    private mutating func correction() -> [Command] {
        let numbers = script.session.entries.map(\.number).filter {
            ["vitals.recorded", "dissociation.recorded"].contains(script.session.entries[$0].body.kind)
        }
        guard !numbers.isEmpty else { return [] }
        let target = numbers[max(0, numbers.count - 1 - below(chance(70) ? 3 : numbers.count))]
        let body = script.session.entry(target).body
        if case .vitalsRecorded(let vitals) = body {
            // Most corrections are of one value.
            let line = oddLine()
            let text = chance(50) ? any(line.split(separator: " ").map(String.init) + [""]) : line
            let corrected = vitals.corrected(by: VitalsLine.parse(text).vitals)
            let replacement = Event.Body.vitalsRecorded(corrected.vitals)
            let taken = corrected.takenBack
            return [.amend(target: target, replacement: replacement, reason: Self.reason, takingBack: taken)]
        }
        guard case .dissociationRecorded(var note) = body else { return [] }
        note.score = below(5)
        if chance(30) { note.isDistressed = chance(50) }
        return [.amend(target: target, replacement: .dissociationRecorded(note), reason: Self.reason)]
    }

    private mutating func void() -> Command {
        let count = script.session.entries.count
        return .void(target: max(1, count - 1 - below(chance(70) ? 6 : count)), reason: Self.reason)
    }
}
