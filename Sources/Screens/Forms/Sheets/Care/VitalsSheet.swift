import Session
import Wording

/// The vitals line: each word lights up as it is understood; questions come only after Enter.
struct VitalsSheet: FormSheet {
    private enum Name: String, FieldName {
        case line
    }

    private enum Asked: String, FieldName {
        case bareNumber, celsius, reason, measured
    }

    /// What a number without a name was.
    private enum BareNumber: String {
        case heartRate
        case saturation
    }

    /// When the values of a line that stood open were measured.
    private enum Measured: String {
        case then
        case now
    }

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
        let who = form.stay(scene).map { Words.who($0.decided) } ?? facts.title
        let line = Field(Name.line, who, .text, hint: "142/88 84 97 14 4: BP HR SpO2 RR MOAA/S")
        return FormPlan([line] + Self.echo(Name.line, form, scene))
    }

    func complete(_ form: Form, _ scene: Scene) throws(FormStop) -> Completion {
        let reading = try Self.read(Name.line, form, scene)
        var commands: [Command] = []
        if !reading.vitals.isEmpty {
            commands.append(.recordVitals(reading.vitals, observedAtMicros: reading.observedAtMicros))
        }
        if let score = reading.dissociation {
            let value = Dissociation(score: score)
            commands.append(.recordDissociation(value, observedAtMicros: reading.observedAtMicros))
        }
        guard let first = commands.first else { throw .problem(Name.line, "a time alone is no set of vitals") }
        return try form.record(first, then: Array(commands.dropFirst()), scene)
    }

    /// What the line is understood as so far, and the first thing that cannot be.
    ///
    /// In a correction only what is in doubt: what it comes to stands there as the whole entry.
    static func echo(
        _ field: some FieldReference,
        _ form: Form,
        _ scene: Scene,
        isCorrection: Bool = false
    ) -> [Field] {
        let parsed = VitalsLine.parse(form.text(field))
        if parsed.isEmpty {
            if isCorrection { return [] }
            let tags = [
                "or by tags in any order: bp hr s rr m r d t p o e", "s- not done", "s? no reading", "@14:20 late",
            ]
            return [.paragraph(tags.flatMap { [FormRun($0, .hint, isWhole: true), FormRun("   ")] })]
        }
        // Once Enter has named what is wrong, it need not stand there twice.
        let tokens = parsed.tokens.filter { $0.meaning != .error || form.problems[field.id] == nil }
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
        return isCorrection && runs.isEmpty ? [] : [.paragraph(runs)]
    }

    struct Reading: Hashable {
        var vitals: Vitals
        var dissociation: Int?
        var observedAtMicros: Int64?
    }

    /// Reads a line to the end: problems, then what only the typist can say, then when it was measured.
    ///
    /// - Parameter reason: why something was not done, where the form asks it by itself.
    static func read(
        _ field: some FieldReference,
        _ form: Form,
        _ scene: Scene,
        asksTime: Bool = true,
        reason: String? = nil
    ) throws(FormStop) -> Reading {
        var parsed = VitalsLine.parse(form.text(field))
        let problems = parsed.blocking.map(\.sentence)
        guard problems.isEmpty else { throw .problem(field, problems.joined(separator: "; ")) }
        guard !parsed.isEmpty else { throw .problem(field, "nothing is typed") }
        switch form.reply(Asked.bareNumber) as BareNumber? {
        case .heartRate: parsed.takeBareNumber(as: .heartRatePerMin)
        case .saturation: parsed.takeBareNumber(as: .spo2Percent)
        case nil: break
        }
        if form.reply(Asked.celsius) == YesNo.yes { parsed.takeCelsius() }
        if let reason = reason ?? form.remembered[Asked.reason.id] { parsed.giveReason(reason) }
        if let problem = outside(parsed, form, scene) { throw .problem(field, problem) }
        if let question = parsed.questions.first { throw .ask(ask(question, form, scene)) }
        let measured: Measured? = asksTime && parsed.late == nil ? form.reply(Asked.measured) : nil
        let late = try LateTime.resolve(parsed.late, in: field, form, scene)
        let observed = measured == .then ? form.beganUTCMicros : late
        if asksTime, parsed.late == nil, let question = openTooLong(form, scene) { throw .ask(question) }
        return Reading(vitals: parsed.vitals, dissociation: parsed.dissociation, observedAtMicros: observed)
    }

    private static func outside(_ parsed: VitalsLine.Parsed, _ form: Form, _ scene: Scene) -> String? {
        guard let session = form.stay(scene)?.decided else { return nil }
        var vitals = parsed.vitals
        for case .fahrenheit in parsed.questions { vitals[.temperatureTenthsCelsius] = nil }
        let result = VitalsCheck.check(vitals, against: session.rules, baseline: nil, previous: nil)
        return result.problems.isEmpty ? nil : result.problems.map(\.sentence).joined(separator: "; ")
    }

    private static func openTooLong(_ form: Form, _ scene: Scene) -> FormQuestion? {
        guard form.remembered[Asked.measured.id] == nil, let began = form.beganUTCMicros,
            scene.ward.nowUTCMicros - began > openTooLongMicros
        else { return nil }
        let clock = Words.clock(began, form.zone(scene), seenFrom: scene.ward.nowUTCMicros)
        return FormQuestion(
            [
                "This line has been open for \(Words.age(scene.ward.nowUTCMicros - began)). Measured then (\(clock)) or now?"
            ],
            [
                .init(key: "t", words: "then, \(clock)", act: .reply(Asked.measured, Measured.then)),
                .init(key: "n", words: "now", act: .reply(Asked.measured, Measured.now)),
            ]
        )
    }

    private static func ask(_ question: VitalsLine.Question, _ form: Form, _ scene: Scene) -> FormQuestion {
        switch question {
        case .heartRateOrSpo2:
            return FormQuestion(
                [question.sentence],
                [
                    .init(key: "h", words: "HR", act: .reply(Asked.bareNumber, BareNumber.heartRate)),
                    .init(key: "s", words: "SpO2", act: .reply(Asked.bareNumber, BareNumber.saturation)),
                ]
            )
        case .fahrenheit:
            return .confirm([question.sentence], yes: "record it in C", .reply(Asked.celsius, YesNo.yes))
        case .reasonNotDone:
            // "Other" would say nothing: the session menu takes a set that was not done with words of its own.
            let reasons = (form.stay(scene)?.decided.rules.reasons.notDone ?? []).filter { $0.code != "other" }
            let replies = zip("123456789", reasons).map { key, reason in
                FormQuestion.Reply(key: key, words: reason.text, act: .remember(Asked.reason.id, reason.text))
            }
            let fallback = FormQuestion.Reply(key: "o", words: "other", act: .remember(Asked.reason.id, "not stated"))
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
