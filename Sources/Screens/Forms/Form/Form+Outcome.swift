import Session
import Wording

extension Form {
    /// Takes what became of the submission.
    ///
    /// Recorded: the desk may drop the form (`putAside`), or the form under this one comes back (`stay`). Refused: the
    /// reason stands in the form, with what was typed.
    package mutating func receive(_ outcome: Outcome, _ scene: Scene) -> FormStep {
        guard case .sent(let intent) = stage else { return .stay }
        let step = take(outcome, of: intent, scene)
        settle(scene)
        return step
    }

    private mutating func take(_ outcome: Outcome, of intent: Intent, _ scene: Scene) -> FormStep {
        switch outcome {
        case .accepted, .configured:
            guard !following.isEmpty else { return finish(scene) }
            let next = following.removeFirst()
            stage = .sent(next)
            return .submit(next)
        case .durable: return .stay
        case .staffAdded(let member):
            stage = .editing
            isTouched = false
            return thenTypes ? .typing(member) : .putAside
        case .failed(let sentence):
            stage = .editing
            tell(sentence)
        case .refused(let refusal):
            stage = .editing
            take(refusal, of: intent, scene)
        }
        return .stay
    }

    /// It is recorded: back to the form under this one, which says so, or done.
    private mutating func finish(_ scene: Scene) -> FormStep {
        isTouched = false
        stage = .editing
        guard kind != .alreadyHappened, var outer = under.first else {
            under = []
            return .putAside
        }
        outer.aside.removeAll { $0.kind == kind }
        outer.tell(
            "\(kind.sheet.plan(self, scene).title ?? kind.facts.title): recorded. This form is as you left it",
            isGood: true
        )
        self = outer
        return .stay
    }

    private mutating func take(_ refusal: Refusal, of intent: Intent, _ scene: Scene) {
        switch refusal {
        case .wrongState, .notPossible: tell(Words.sentenceWithKey(of: refusal))
        case .outOfRange(let problems): show(problems, scene)
        case .missing(let permission, let needs):
            guard case .record(_, let command, _) = intent else { return tell(Words.sentenceWithKey(of: refusal)) }
            stage = .refused(permission, needs, command)
            scroll = 0
        case .unusual(let questions):
            guard let confirmed = intent.confirmed(answering: questions) else {
                return tell(Words.sentenceWithKey(of: refusal))
            }
            stage = .asking(.confirm(questions, yes: "record it", .submit(confirmed)))
            scroll = 0
        }
    }
}

extension Intent {
    /// The same, with what was asked confirmed; nil where nothing can be confirmed.
    fileprivate func confirmed(answering questions: [String]) -> Intent? {
        switch self {
        case .open(let opening, let author): .open(opening.answering(questions), by: author)
        case .record(let session, let command, let author):
            command.confirmed(answering: questions).map { .record(session: session, $0, by: author) }
        case .setUp, .addStaff, .leave, .ring: nil
        }
    }
}
