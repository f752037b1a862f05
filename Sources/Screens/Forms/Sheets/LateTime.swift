import Session

/// When something was true that is entered later: `@14:20`, or `@-4` for minutes ago.
enum LateTime {
    /// Takes a mark such as `@14:20` out of a text, wherever it stands as a word; the last one counts.
    static func split(_ text: String) -> (text: String, late: VitalsLine.LateMark?) {
        var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard let place = words.lastIndex(where: { $0.hasPrefix("@") && read(String($0.dropFirst())) != nil }) else {
            return (text, nil)
        }
        let late = read(String(words.remove(at: place).dropFirst()))
        return (TextEntry(words.joined(separator: " ")).trimmed, late)
    }

    /// `14:20`, `1420`, `-4`.
    static func read(_ text: String) -> VitalsLine.LateMark? { VitalsLine.parse("@" + text).late }

    /// The instant of a mark; nil for now.
    static func resolve(
        _ late: VitalsLine.LateMark?,
        _ form: Form,
        _ context: FormContext
    ) -> Result<Int64?, LateTimeProblem> {
        guard let late else { return .success(nil) }
        let now = context.ward.nowUTCMicros
        let instant = late.utcMicros(now: now, zone: form.zone(context))
        if let session = form.stay(context)?.decided, session.isBeforeArrival(instant),
            let first = session.entries.first
        {
            let zone = form.zone(context)
            let arrived = Words.clock(first.at.utcMicros, zone)
            let sentence = "\(Words.clock(instant, zone)) is before check-in at \(arrived): check hour and minute"
            return .failure(LateTimeProblem(sentence: sentence))
        }
        if instant > now { return .failure(LateTimeProblem(sentence: "\(late.words) is still to come")) }
        return .success(instant)
    }

    /// The instant of a field that holds a time alone, empty for now.
    static func instant(_ field: String, _ form: Form, _ context: FormContext) -> Result<Int64?, LateTimeProblem> {
        let typed = form.text(field)
        guard !typed.isEmpty else { return .success(nil) }
        guard let late = read(typed.hasPrefix("@") ? String(typed.dropFirst()) : typed) else {
            return .failure(LateTimeProblem(sentence: "\(typed) is no time: 14:20, or -4 for 4 min ago; empty is now"))
        }
        return resolve(late, form, context)
    }

    /// A line that shows what a mark in the text means.
    static func field(_ form: Form, _ context: FormContext) -> [Field] {
        guard let late = split(form.text("text")).late else { return [] }
        return [.computed("late", "", "late entry, \(late.words)", style: .note)]
    }
}
