import Canvas
import Session
import Wording

/// The second row of every screen: chair, name and MRN of the patient in question, always at the same place.
struct IdentityBar {
    let stay: Stay?
    /// What stands for the chair and the name when there is no patient.
    let place: String
    let words: String

    /// From this width on it has room for allergies and weight.
    static let wide = 110

    func draw(into frame: inout Frame, in rect: Rect) {
        guard let stay, let patient = stay.decided.patient else {
            frame.put(Words.clip(place, 7), x: 1, y: rect.y, style: Style(.focus, .bold))
            frame.put(words, x: 9, y: rect.y, style: .secondary)
            return
        }
        // The columns depend on the width alone, so that they are the same on every screen of a console.
        let nameWidth = rect.width >= Self.wide ? 36 : rect.width >= 90 ? 28 : rect.width >= 80 ? 21 : 16
        let mrnColumn = 9 + nameWidth + 1
        let phase = stay.phase
        let state = frame.put(
            [Span(" \(rect.width < 80 ? phase.shortWord : phase.word) ", Style(phase.role, [.bold, .reverse]))],
            endingAt: rect.right - 1,
            y: rect.y
        )
        frame.put(Words.clip(stay.chair ?? "WAITING", 7), x: 1, y: rect.y, style: Style(.focus, .bold))
        frame.put(Words.clip(patient.name, nameWidth), x: 9, y: rect.y, style: .title)
        let mrn = "MRN " + Words.clip(patient.mrn, 14)
        var column =
            mrnColumn + frame.put(mrn, x: mrnColumn, y: rect.y, style: .title, width: max(0, state - mrnColumn - 1))
        for detail in details(patient, stay) {
            guard let detail = detail.first(where: { column + 2 + $0.width <= state }) else { continue }
            column += 2 + frame.put(detail, x: column + 2, y: rect.y, width: detail.width)
        }
    }

    /// What else identifies or endangers the patient, most important first, each from its longest wording on.
    private func details(_ patient: Patient, _ stay: Stay) -> [[[Span]]] {
        let today = stay.decided.zone.local(stay.now.utcMicros).date
        return [
            [[Span("*" + patient.birthDate.text)]],
            [patient.allergyWords(28)],
            [Words.weight(patient), DoseArithmetic.kilograms(patient.weightGrams)]
                .map { [.label("weight "), Span($0)] },
            [[.label(Words.ageAndSex(patient, on: today))]],
            [[.label("escort "), Span(Words.clip(Words.escort(patient.escort), 30))]],
        ]
    }
}

extension Patient {
    /// `ALLERGY penicillin`, loud, or quietly that none is known.
    func allergyWords(_ width: Int) -> [Span] {
        let words = Words.clean(allergies)
        let none = [
            "", "-", "no", "none", "none known", "nka", "nkda", "no known allergies", "no known drug allergies",
        ]
        if none.contains(words.lowercased()) { return [.label("allergies "), Span(words.isEmpty ? "none" : words)] }
        return [Span("ALLERGY " + Words.clip(words, width), Style(.caution, .bold))]
    }
}
