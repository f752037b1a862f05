import Session
import Wording

extension CorrectSheet {
    /// The field the new value is typed in, what the entry says, and what it will say after Enter.
    ///
    /// Of an entry with several values the line takes only what changes, so that nothing can be dropped by leaving it
    /// out; words are put in the line as they stand.
    static func values(_ body: Event.Body, _ form: Form, _ scene: Scene) -> [Field] {
        let says = Field.computed("It says", Words.clean(Words.describe(body)), style: .hint)
        if case .vitalsRecorded(let vitals) = body {
            let hint = "only what changes: s97; s- takes SpO2 back"
            let line = Field(Name.line, "New value", .text, isRequired: true, hint: hint)
            return [says, line] + VitalsSheet.echo(Name.line, form, scene, isCorrection: true) + after(vitals, form)
        }
        if case .dissociationRecorded(let note) = body {
            let hint = "only what changes: 3 y m4; m- takes MOAA/S back, w- the words"
            let line = Field(Name.line, "New value", .text, isRequired: true, hint: hint)
            return [says, line] + after(note, form)
        }
        return [Field(Name.line, "New words", .text, isRequired: true)]
    }

    /// A set as it will stand, what was taken back in words.
    private static func after(_ old: Vitals, _ form: Form) -> [Field] {
        let parsed = VitalsLine.parse(form.text(Name.line))
        guard !parsed.isEmpty, parsed.blocking.isEmpty else { return [] }
        return after(old: .vitalsRecorded(old), new: .vitalsRecorded(old.corrected(by: parsed.vitals).vitals))
    }

    private static func after(_ old: Dissociation, _ form: Form) -> [Field] {
        let line = DissociationLine(form.text(Name.line), isCorrection: true)
        guard !form.text(Name.line).isEmpty else { return [] }
        if let problem = line.problem { return [.paragraph([FormRun(problem, .problem)])] }
        return after(old: .dissociationRecorded(old), new: .dissociationRecorded(line.laid(over: old)))
    }

    private static func after(old: Event.Body, new: Event.Body) -> [Field] {
        let gone = Words.takenBack(old, new)
        var runs = [FormRun(Words.clean(Words.describe(new)), old == new ? .hint : .good)]
        if !gone.isEmpty { runs.append(FormRun("  " + gone, .warning)) }
        return [.computed("It will say", runs)]
    }

    /// What the entry will say, and what of it is taken back.
    typealias Replacement = (body: Event.Body, takenBack: Set<Parameter>)

    static func replacement(_ body: Event.Body, _ form: Form, _ scene: Scene) throws(FormStop) -> Replacement {
        if case .vitalsRecorded(let vitals) = body {
            // What is taken back has its reason in the correction's own.
            let reading = try VitalsSheet.read(Name.line, form, scene, asksTime: false, reason: "taken back")
            return try replacement(of: vitals, reading)
        }
        if case .dissociationRecorded(let note) = body { return try replacement(of: note, form) }
        if case .noteRecorded = body { return (.noteRecorded(form.text(Name.line)), []) }
        throw .problem(Name.action, "this entry can only be voided")
    }

    private static func replacement(
        of old: Vitals,
        _ reading: VitalsSheet.Reading
    ) throws(FormStop) -> Replacement {
        if reading.dissociation != nil || reading.observedAtMicros != nil {
            throw .problem(Name.line, "values only: dissociation and time are entries of their own")
        }
        let corrected = old.corrected(by: reading.vitals)
        guard corrected.absent.isEmpty else { throw absent(corrected.absent) }
        if corrected.vitals.isEmpty {
            throw .problem(Name.line, "no value is left: void the entry instead")
        }
        if corrected.vitals.readings == old.readings {
            throw .problem(Name.line, "this is what it says already")
        }
        return (.vitalsRecorded(corrected.vitals), corrected.takenBack)
    }

    private static func replacement(of old: Dissociation, _ form: Form) throws(FormStop) -> Replacement {
        let line = DissociationLine(form.text(Name.line), isCorrection: true)
        if let problem = line.problem { throw .problem(Name.line, problem) }
        if line.late != nil { throw .problem(Name.line, "values only: another time is an entry of its own") }
        let absent = line.takenBack.filter { old[$0] == nil }
        guard absent.isEmpty else { throw self.absent(Parameter.byRank.filter(absent.contains)) }
        let new = line.laid(over: old)
        if new == old { throw .problem(Name.line, "this is what it says already") }
        return (.dissociationRecorded(new), line.takenBack)
    }

    private static func absent(_ parameters: [Parameter]) -> FormStop {
        let names = VitalsLine.names(parameters)
        return .problem(Name.line, "\(names) does not stand in this entry: there is nothing to take back")
    }

    /// Puts the words of a note into the line, to be changed; values are typed anew, those that change.
    static func fill(_ form: inout Form, _ scene: Scene) {
        guard let session = form.stay(scene)?.decided, let target = target(form, session) else { return }
        if case .noteRecorded(let text) = target.body { form.put(Name.line, text) }
    }
}
