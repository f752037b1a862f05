import Canvas
import Session
import Wording

/// A form that is being filled in: what was typed, where the focus stands, and what became of it.
///
/// It is one mechanism for every kind; a kind's `FormSheet` says which fields there are and what they come to. A form
/// keeps its text until it is recorded or dropped: a refusal, a question or Esc take nothing away.
package struct Form: Hashable, Sendable {
    package let kind: FormKind
    /// The session it belongs to; nil for check-in and for the station's own forms.
    package var session: String?
    /// The entry that is corrected, by its number.
    package var entry: Int?
    /// When the first character was typed: a vitals line that stands open asks whether its values are from then.
    package internal(set) var beganUTCMicros: Int64?

    var texts: [FieldID: TextEntry] = [:]
    var picks: [FieldID: [String]] = [:]
    /// The field that the next key goes to.
    var focus: FieldID?
    /// Whether the keys go to the remark of the focused checklist item.
    var isInRemark = false
    var stage = FormStage.editing
    /// What is wrong, by field.
    var problems: [FieldID: String] = [:]
    /// One sentence over the fields: a refusal, a failure, or what was just recorded.
    var notice = ""
    var isNoticeGood = false
    /// What a question was answered with; any edit takes it back.
    var remembered: [FieldID: String] = [:]
    var isTouched = false
    /// Whether the focus has just moved on by itself: the Enter of habit is then none.
    var skipsEnter = false
    var scroll = 0
    var likedRows = 3
    /// What an override covers, or what had already happened.
    var covered: [Need] = []
    var pending: Command?
    /// Whether whoever is entered here then types: the form was reached from the list of who is typing.
    var thenTypes = false
    /// What is sent once the submission is recorded.
    var following: [Intent] = []
    /// The form under this one, which comes back when this one is recorded or put aside; at most one.
    var under: [Form] = []
    /// Forms that were opened over this one and put aside with text in them.
    var aside: [Form] = []

    init(kind: FormKind, session: String?) {
        self.kind = kind
        self.session = session
    }

    /// Whether anything was typed that would be a loss.
    package var isDraftWorthKeeping: Bool {
        if case .sent = stage { return false }
        return (isTouched && kind.facts.keepsDraft) || under.contains { $0.isDraftWorthKeeping }
    }

    /// What was typed in it, where anything was: the texts alone, one after the other.
    var typed: String {
        guard isTouched else { return "" }
        return texts.sorted { $0.key.inRules < $1.key.inRules }.map(\.value.trimmed).filter { !$0.isEmpty }.joined(
            separator: "; "
        )
    }

    /// The rows it would like to have; it scrolls in fewer.
    package var rows: Int { likedRows }
}

extension Form {
    /// Opens a form with what is known already put in.
    ///
    /// `typed` is the key that opened it, where that key is the first character of a line: a digit for vitals.
    package static func make(
        _ kind: FormKind,
        session: String?,
        scene: Scene,
        typed: Character? = nil,
        entry: Int? = nil
    ) -> Form {
        var form = Form(kind: kind, session: session)
        form.entry = entry
        kind.sheet.prepare(&form, scene)
        form.settle(scene)
        if let typed {
            _ = form.handle(.character(typed), scene)
        }
        return form
    }

    /// Says whose draft it is before it is typed in further, and offers to drop it; a line is emptied instead.
    package mutating func reopen(_ scene: Scene) {
        guard kind.facts.shape != .line, stage == .editing else { return }
        let whose = stay(scene).map { Words.who($0.decided) } ?? kind.facts.subject.map { Words.clean(text($0)) } ?? ""
        let begun =
            beganUTCMicros.map {
                ", begun \(Words.clock($0, zone(scene), seenFrom: scene.ward.nowUTCMicros))"
            } ?? ""
        let words = "\(kind.facts.title)\(whose.isEmpty ? "" : " of \(whose)")\(begun), was put aside unfinished"
        stage = .asking(
            FormQuestion(
                [words],
                [
                    .init(key: "g", words: "go on with it", act: .back),
                    .init(key: "d", words: "discard it", act: .discard),
                ]
            )
        )
        settle(scene)
    }

    /// Puts the focus on a field that is there, and works out the rows.
    mutating func settle(_ scene: Scene) {
        let plan = kind.sheet.plan(self, scene)
        let focusable = plan.focusable
        if !focusable.contains(where: { $0.id == focus }) {
            focus = focusable.first?.id
            isInRemark = false
        }
        likedRows = lines(plan, width: 76, scene).count + 2
    }
}

extension Form {
    /// The zone its times are said and typed in: the session's, else the station's.
    func zone(_ scene: Scene) -> ZoneOffsets { stay(scene)?.decided.zone ?? scene.surroundings.zone }

    /// The session it belongs to.
    func stay(_ scene: Scene) -> Stay? { session.flatMap { scene.ward.stay($0) } }

    /// An intent that records a command in the form's session, in the name of who is typing.
    func record(_ command: Command, then following: Command?, _ scene: Scene) throws(FormStop) -> Completion {
        try record(command, then: following.map { [$0] } ?? [], scene)
    }

    /// The same, with commands that follow one after the other, each once the one before it is recorded.
    func record(_ command: Command, then following: [Command] = [], _ scene: Scene) throws(FormStop) -> Completion {
        guard let session, let author = scene.author else { throw .problem("nobody is named as typing") }
        let rest = following.map { Intent.record(session: session, $0, by: author) }
        return .ready(.record(session: session, command, by: author), then: rest)
    }
}

extension Scene {
    /// Who is typing, as an author.
    var author: Author? { typing.map { .staff(id: $0.id, role: $0.role) } }
}
