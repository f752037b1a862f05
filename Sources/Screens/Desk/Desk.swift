package import Canvas
package import Session

/// What one console sees and is doing: its screen, its focus, its open form, its drafts, and who is typing.
///
/// The station holds one for each console, so that a dropped line loses nothing. It is a value and pure: keys and
/// outcomes go in, intents come out, and it draws.
package struct Desk: Hashable, Sendable {
    /// Who is typing at this console; nothing is recorded while nobody is named.
    package internal(set) var typing: StaffMember?

    /// The size it is drawn at, so that arrows go up and down as the tiles stand.
    package var size = Size(columns: 80, rows: 24)

    var place: Place = .board
    /// The place on the Board that the next key acts on.
    var focus: Seating.Spot?
    var choice: Choice?
    var form: OpenForm?
    /// Forms put aside with text in them, newest last.
    var drafts: [FormSlot: [Form]] = [:]
    var chooser: Chooser?
    /// What goes on once somebody is named.
    var asked: Asked?
    var echo: Echo?
    var notice: Notice?
    /// The entry chosen in the Session view; after a while without a key it is let go, so that the list shows the newest.
    var selectedEntry: Int? { didSet { selectedAtUTCMicros = nil } }
    /// When the choice of an entry was last moved; nil until the next picture or key.
    var selectedAtUTCMicros: Int64?
    /// The patients whose session was signed and is on its way to the disk, by session.
    var closing: [String: String] = [:]
    var parting: Parting?

    package init() {}

    /// The window's title: no patient's name stands in it, because others may read a list of windows.
    package var title: String {
        switch place {
        case .board: "Vigil"
        case .session: "Vigil: session"
        }
    }

    /// Which screen is open.
    enum Place: Hashable, Sendable {
        case board
        /// The Session view of an id.
        case session(String)
    }

    /// A chair chosen by a digit, and what was chosen before: a second digit soon after takes it back.
    struct Choice: Hashable, Sendable {
        var earlier: Seating.Spot?
        var atUTCMicros: Int64
        /// Whether it has been taken back: what follows is taken for the rest of a vitals line.
        var isLine = false
    }

    /// Where a draft belongs: a session, or none, and a kind of form.
    struct FormSlot: Hashable, Sendable {
        var session: String?
        var kind: FormKind
    }

    /// The open form, and whether its intent is on its way.
    struct OpenForm: Hashable, Sendable {
        var form: Form
        var slot: FormSlot
        var isSent = false
    }

    /// Something asked for while nobody was named.
    struct Asked: Hashable, Sendable {
        var action: Action
        var session: String?
        /// The vitals line that was begun, and when its last character came.
        var line = ""
        var lineAtUTCMicros: Int64 = 0
    }

    /// What is said of a patient who has just left every screen.
    struct Parting: Hashable, Sendable {
        var text: String
        var untilUTCMicros: Int64
    }

    /// A saved entry, shown for a while so that a slip is seen at once.
    struct Echo: Hashable, Sendable {
        var session: String
        var number: Int
        var untilUTCMicros: Int64
    }

    /// Something the next key clears.
    struct Notice: Hashable, Sendable {
        var text: String
        var isGrave: Bool
    }

    /// A second digit within this takes a choice of a chair back: a vitals line typed without `v` must not wander.
    static let choiceMicros: Int64 = 500_000
    /// What follows a digit within this, while nobody is named, belongs to the line it began and chooses no name.
    static let lineMicros: Int64 = Micros.perSecond
    /// How long an entry stays chosen without a key.
    static let selectionMicros: Int64 = 10 * Micros.perSecond
    /// How long a saved entry is echoed.
    static let echoMicros: Int64 = 10 * Micros.perSecond
}
