import Session
import Wording

extension CorrectSheet {
    /// The field the new value is typed in, what the entry says, and what it will say after Enter.
    ///
    /// Of an entry with several values the line takes only what changes, so that nothing can be dropped by leaving it
    /// out; words are put in the line as they stand.
    static func values(_ body: Event.Body, _ form: Form, _ scene: Scene) -> [Field] {
        let says = Field.computed("says", "It says", Words.clean(Words.describe(body)), style: .hint)
        if case .vitalsRecorded(let vitals) = body {
            let hint = "only what changes: s97; s- takes SpO2 back"
            let line = Field("line", "New value", .text, isRequired: true, hint: hint)
            return [says, line] + VitalsSheet.echo(form, scene, isCorrection: true) + after(vitals, form)
        }
        if case .dissociationRecorded(let note) = body {
            let hint = "only what changes: 3 y m4; m- takes MOAA/S back, w- the words"
            let line = Field("line", "New value", .text, isRequired: true, hint: hint)
            return [says, line] + after(note, form)
        }
        return [Field("line", "New words", .text, isRequired: true)]
    }

    /// A set as it will stand, what was taken back in words.
    private static func after(_ old: Vitals, _ form: Form) -> [Field] {
        let parsed = VitalsLine.parse(form.text("line"))
        guard !parsed.isEmpty, parsed.blocking.isEmpty else { return [] }
        return after(old: .vitalsRecorded(old), new: .vitalsRecorded(old.corrected(by: parsed.vitals).vitals))
    }

    private static func after(_ old: Dissociation, _ form: Form) -> [Field] {
        let line = DissociationLine(form.text("line"), isCorrection: true)
        guard !form.text("line").isEmpty else { return [] }
        if let problem = line.problem { return [.paragraph("echo", [FormRun(problem, .problem)])] }
        return after(old: .dissociationRecorded(old), new: .dissociationRecorded(line.laid(over: old)))
    }

    private static func after(old: Event.Body, new: Event.Body) -> [Field] {
        let gone = Words.takenBack(old, new)
        var runs = [FormRun(Words.clean(Words.describe(new)), old == new ? .hint : .good)]
        if !gone.isEmpty { runs.append(FormRun("  " + gone, .warning)) }
        return [Field("after", "It will say", .computed(runs))]
    }

    static func replacement(_ body: Event.Body, _ form: Form, _ scene: Scene) -> Step {
        if case .vitalsRecorded(let vitals) = body {
            // What is taken back has its reason in the correction's own.
            switch VitalsSheet.read(form, scene, field: "line", asksTime: false, reason: "taken back") {
            case .stop(let completion): return .stop(completion)
            case .done(let reading): return replacement(of: vitals, reading)
            }
        }
        if case .dissociationRecorded(let note) = body { return replacement(of: note, form) }
        if case .noteRecorded = body { return .done(.noteRecorded(form.text("line")), takingBack: []) }
        return .stop(.problem("action", "this entry can only be voided"))
    }

    private static func replacement(of old: Vitals, _ reading: VitalsSheet.Reading) -> Step {
        if reading.dissociation != nil || reading.observedAtMicros != nil {
            return .stop(.problem("line", "values only: dissociation and time are entries of their own"))
        }
        let corrected = old.corrected(by: reading.vitals)
        if !corrected.absent.isEmpty {
            let names = VitalsLine.names(corrected.absent)
            return .stop(.problem("line", "\(names) does not stand in this entry: there is nothing to take back"))
        }
        if corrected.vitals.readings.isEmpty {
            return .stop(.problem("line", "no value is left: void the entry instead"))
        }
        if corrected.vitals.readings == old.readings {
            return .stop(.problem("line", "this is what it says already"))
        }
        return .done(.vitalsRecorded(corrected.vitals), takingBack: corrected.takenBack)
    }

    private static func replacement(of old: Dissociation, _ form: Form) -> Step {
        let line = DissociationLine(form.text("line"), isCorrection: true)
        if let problem = line.problem { return .stop(.problem("line", problem)) }
        if line.late != nil { return .stop(.problem("line", "values only: another time is an entry of its own")) }
        let absent = line.takenBack.filter { old[$0] == nil }
        guard absent.isEmpty else {
            let names = VitalsLine.names(Parameter.byRank.filter(absent.contains))
            return .stop(.problem("line", "\(names) does not stand in this entry: there is nothing to take back"))
        }
        let new = line.laid(over: old)
        if new == old { return .stop(.problem("line", "this is what it says already")) }
        return .done(.dissociationRecorded(new), takingBack: line.takenBack)
    }

    /// Puts the words of a note into the line, to be changed; values are typed anew, those that change.
    static func fill(_ form: inout Form, _ scene: Scene) {
        guard let session = form.stay(scene)?.decided, let target = target(form, session) else { return }
        if case .noteRecorded(let text) = target.body { form.put("line", text) }
    }
}
