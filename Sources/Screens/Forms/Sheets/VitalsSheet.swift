import Session
import Wording

/// The vitals line: each word lights up as it is understood; questions come only after Enter.
struct VitalsSheet: FormSheet {
    var facts: FormFacts {
        FormFacts(
            "vitals",
            help: "record a set of vitals",
            shape: .line,
            keys: [FormKey("v", "vitals", in: .live)],
            refusalKey: "v"
        )
    }

    /// A line that stood open longer than this asks whether its values are from then or from now.
    static let openTooLongMicros = 3 * Micros.perMinute

    func plan(_ form: Form, _ scene: Scene) -> FormPlan {
        let who = form.stay(scene).map { Words.who($0.decided) } ?? "Vitals"
        let line = Field("line", who, .text, hint: "142/88 84 97 14 4: BP HR SpO2 RR MOAA/S")
        return FormPlan("Vitals", [line] + Self.echo(form, scene))
    }

    func complete(_ form: Form, _ scene: Scene) -> Completion {
        switch Self.read(form, scene, field: "line") {
        case .stop(let completion): return completion
        case .done(let reading):
            var commands: [Command] = []
            if !reading.vitals.readings.isEmpty {
                commands.append(.recordVitals(reading.vitals, observedAtMicros: reading.observedAtMicros))
            }
            if let score = reading.dissociation {
                let value = Dissociation(score: score)
                commands.append(.recordDissociation(value, observedAtMicros: reading.observedAtMicros))
            }
            guard let first = commands.first else { return .problem("line", "a time alone is no set of vitals") }
            guard commands.count == 2 else { return form.record(first, scene) }
            return form.record(first, then: commands[1], scene)
        }
    }

    /// What the line is understood as so far, and the first thing that cannot be.
    ///
    /// In a correction only what is in doubt: what it comes to stands there as the whole entry.
    static func echo(_ form: Form, _ scene: Scene, isCorrection: Bool = false) -> [Field] {
        let parsed = VitalsLine.parse(form.text("line"))
        if parsed.isEmpty {
            if isCorrection { return [] }
            let tags = [
                "or by tags in any order: bp hr s rr m r d t p o e", "s- not done", "s? no reading", "@14:20 late",
            ]
            return [.paragraph("echo", tags.flatMap { [FormRun($0, .hint, isWhole: true), FormRun("   ")] })]
        }
        // Once Enter has named what is wrong, it need not stand there twice.
        let tokens = parsed.tokens.filter { $0.meaning != .error || form.problems["line"] == nil }
        let runs = tokens.flatMap { token -> [FormRun] in
            if isCorrection, !token.meaning.isDoubtful { return [] }
            let tone: FormRun.Tone =
                switch token.meaning {
                case .bloodPressure, .parameter, .dissociation: .good
                case .late: .note
                case .ambiguous: .warning
                case .unfinished: .hint
                case .error: .problem
                }
            return [FormRun(token.text, tone, isWhole: true), FormRun("   ")]
        }
        return isCorrection && runs.isEmpty ? [] : [.paragraph("echo", runs)]
    }

    struct Reading: Hashable {
        var vitals: Vitals
        var dissociation: Int?
        var observedAtMicros: Int64?
    }

    enum Step {
        case stop(Completion)
        case done(Reading)
    }

    /// Reads a line to the end: problems, then what only the typist can say, then when it was measured.
    ///
    /// - Parameter reason: why something was not done, where the form asks it by itself.
    static func read(
        _ form: Form,
        _ scene: Scene,
        field: String,
        asksTime: Bool = true,
        reason: String? = nil
    ) -> Step {
        var parsed = VitalsLine.parse(form.text(field))
        let problems = parsed.blocking.map(\.sentence)
        guard problems.isEmpty else { return .stop(.problem(field, problems.joined(separator: "; "))) }
        guard !parsed.isEmpty else { return .stop(.problem(field, "nothing is typed")) }
        if form.remembered["bare"] == "hr" { parsed.takeBareNumber(as: .heartRatePerMin) }
        if form.remembered["bare"] == "s" { parsed.takeBareNumber(as: .spo2Percent) }
        if form.remembered["celsius"] != nil { parsed.takeCelsius() }
        if let reason = reason ?? form.remembered["reason"] { parsed.giveReason(reason) }
        if let problem = outside(parsed, form, scene) { return .stop(.problem(field, problem)) }
        if let question = parsed.questions.first { return .stop(.ask(ask(question, form, scene))) }
        let asked = asksTime ? whenMeasured(parsed.late, form, scene) : LateTime.resolve(parsed.late, form, scene)
        switch asked {
        case .failure(let problem): return .stop(problem.completion(field))
        case .success(let observed):
            if asksTime, parsed.late == nil, let question = openTooLong(form, scene) { return .stop(.ask(question)) }
            let reading = Reading(
                vitals: parsed.vitals,
                dissociation: parsed.dissociation,
                observedAtMicros: observed
            )
            return .done(reading)
        }
    }

    private static func outside(_ parsed: VitalsLine.Parsed, _ form: Form, _ scene: Scene) -> String? {
        guard let session = form.stay(scene)?.decided else { return nil }
        var vitals = parsed.vitals
        for case .fahrenheit in parsed.questions { vitals[.temperatureTenthsCelsius] = nil }
        let result = VitalsCheck.check(vitals, against: session.rules, baseline: nil, previous: nil)
        return result.problems.isEmpty ? nil : result.problems.map(\.sentence).joined(separator: "; ")
    }

    private static func whenMeasured(
        _ late: VitalsLine.LateMark?,
        _ form: Form,
        _ scene: Scene
    ) -> Result<Int64?, LateTimeProblem> {
        if late == nil, form.remembered["when"] == "then", let began = form.beganUTCMicros { return .success(began) }
        return LateTime.resolve(late, form, scene)
    }

    private static func openTooLong(_ form: Form, _ scene: Scene) -> FormQuestion? {
        guard form.remembered["when"] == nil, let began = form.beganUTCMicros,
            scene.ward.nowUTCMicros - began > openTooLongMicros
        else { return nil }
        let clock = Words.clock(began, form.zone(scene), seenFrom: scene.ward.nowUTCMicros)
        return FormQuestion(
            [
                "This line has been open for \(Words.age(scene.ward.nowUTCMicros - began)). Measured then (\(clock)) or now?"
            ],
            [
                .init(key: "t", words: "then, \(clock)", act: .remember("when", "then")),
                .init(key: "n", words: "now", act: .remember("when", "now")),
            ]
        )
    }

    private static func ask(_ question: VitalsLine.Question, _ form: Form, _ scene: Scene) -> FormQuestion {
        switch question {
        case .heartRateOrSpo2:
            return FormQuestion(
                [question.sentence],
                [
                    .init(key: "h", words: "HR", act: .remember("bare", "hr")),
                    .init(key: "s", words: "SpO2", act: .remember("bare", "s")),
                ]
            )
        case .fahrenheit:
            return .confirm([question.sentence], yes: "record it in C", .remember("celsius", "yes"))
        case .reasonNotDone:
            // "Other" would say nothing: the session menu takes a set that was not done with words of its own.
            let reasons = (form.stay(scene)?.decided.rules.reasons.notDone ?? []).filter { $0.code != "other" }
            let replies = zip("123456789", reasons).map { key, reason in
                FormQuestion.Reply(key: key, words: reason.text, act: .remember("reason", reason.text))
            }
            let fallback = FormQuestion.Reply(key: "o", words: "other", act: .remember("reason", "not stated"))
            return FormQuestion([question.sentence], replies.isEmpty ? [fallback] : replies)
        }
    }
}

extension VitalsLine.Meaning {
    fileprivate var isDoubtful: Bool {
        switch self {
        case .bloodPressure, .parameter, .dissociation, .late: false
        case .ambiguous, .unfinished, .error: true
        }
    }
}
