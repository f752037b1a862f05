import Canvas
import Session
import Wording

/// The row above the hint bar: a refusal or a remark, else the entry that was just saved.
struct StatusLine {
    let notice: Desk.Notice?
    let echo: Desk.Echo?
    let ward: Ward
    /// Forms that were put aside with text in them.
    var drafts: [Desk.FormSlot] = []

    /// What is said of a patient who has just left.
    var parting: Desk.Parting?
    /// Who could be taken for the patient in question: it stands at the right whatever else is said.
    var alert: NameAlert?
    /// The patient in question, whose allergies and weight stand here where nothing else does.
    var patient: Patient?

    func draw(into frame: inout Frame, in rect: Rect) {
        var rect = rect
        if let alert {
            let most = rect.width / 2
            let isAlone = notice == nil && echo == nil && parting == nil
            let words = Words.clip(isAlone ? alert.sentence(upTo: most - 2) : alert.shortSentence, most - 2)
            let start = frame.put(
                [Span(" \(words) ", Style(.caution, [.bold, .reverse]))],
                endingAt: rect.right,
                y: rect.y
            )
            rect.width = start - 1 - rect.x
        }
        if let notice {
            let style = Style(notice.isGrave ? .fault : .caution, .bold)
            frame.put(" " + Words.clip(notice.text, rect.width - 2) + " ", x: rect.x, y: rect.y, style: style)
        } else if let echo, let stay = ward.stay(echo.session), stay.decided.entries.indices.contains(echo.number) {
            drawEcho(stay, echo.number, into: &frame, in: rect)
        } else if let parting {
            let line: [Span] = [Span(" saved ", Style(.good, .bold)), Span(" " + parting.text, .title)]
            frame.put(line, x: rect.x, y: rect.y, width: rect.width)
        } else if let failing = ward.stays.first(where: { $0.isFailing && $0.decided.nextNumber > $0.durableCount }) {
            let count = failing.decided.nextNumber - failing.durableCount
            let words = " NOT SAVED: \(count) entries of \(Words.who(failing.decided)) are in memory only "
            frame.put(words, x: rect.x, y: rect.y, style: Style(.fault, .bold), width: rect.width)
        } else {
            frame.putFirstFitting(
                patientWords.map { $0 + unfinished },
                x: rect.x,
                y: rect.y,
                width: rect.width
            )
        }
    }

    /// ` ALLERGY penicillin  80 kg (176.4 lb)`, and without the pounds where there is little room.
    private var patientWords: [[Span]] {
        guard let patient else { return [[]] }
        return [Words.weight(patient), DoseArithmetic.kilograms(patient.weightGrams)].map { weight in
            [Span(" ")] + patient.allergyWords(24) + [.label("  " + weight)]
        }
    }

    /// `unfinished: C2 Brook, Emil *1960 note`, so that nothing put aside is forgotten.
    private var unfinished: [Span] {
        var line: [Span] = []
        for stay in ward.stays {
            let kinds = drafts.filter { $0.session == stay.id }.map(\.kind.words).sorted()
            guard !kinds.isEmpty else { continue }
            line.append(.label(line.isEmpty ? "  unfinished: " : ";  "))
            line.append(Span("\(Words.who(stay.decided)) ", .secondary))
            line.append(Span(kinds.joined(separator: ", "), Style(.caution)))
        }
        return line
    }

    /// `saved  C1 Sample, Ada *1984  BP 142/88  HR 84   x correct`.
    private func drawEcho(_ stay: Stay, _ number: Int, into frame: inout Frame, in rect: Rect) {
        let entry = stay.decided.entry(number)
        let clock = Words.clock(entry.observedUTCMicros, stay.decided.zone, seenFrom: stay.now.utcMicros)
        // A late entry says when it was true, while whoever typed it still looks.
        let at = entry.event.observedAtMicros == nil ? "" : "at \(clock) "
        var line: [Span] = [
            Span(" saved ", Style(.good, .bold)), Span(" " + Words.who(stay.decided), .title), Span("  "),
            Span(at + Words.clean(Words.describe(entry.body))),
        ]
        let tail: [Span] =
            entry.event.body.traits.correction.canBeVoided ? [Span(" x", Style(.key, .bold)), .label(" correct ")] : []
        let room = rect.width - tail.width
        if line.width > room { line[3].text = Words.clip(line[3].text, room - line.width + CellWidth.of(line[3].text)) }
        frame.put(line, x: rect.x, y: rect.y, width: room)
        frame.put(tail, endingAt: rect.right, y: rect.y)
    }
}
