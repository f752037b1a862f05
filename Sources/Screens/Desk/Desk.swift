package import Canvas
package import Session

/// What one console sees and is doing: its screen, its focus, its open form, its drafts, and who is typing.
///
/// The station holds one for each console, so that a dropped line loses nothing. It is a value and pure: keys and
/// outcomes go in, intents come out, and it draws.
package struct Desk: Sendable {
    /// Who is typing at this console; nothing is recorded while nobody is named.
    package internal(set) var typing: StaffMember?

    /// The size it is drawn at, so that arrows go up and down as the tiles stand.
    package var size = Size(columns: 80, rows: 24)

    /// Where the console is, over the places it came from; never empty.
    var path: [any Place] = [Board()]
    var form: OpenForm?
    /// Forms put aside with text in them, newest last.
    var drafts: [FormSlot: [Form]] = [:]
    var chooser: Chooser?
    /// What goes on once somebody is named.
    var asked: Asked?
    var echo: Echo?
    var notice: Notice?
    /// The patients whose session was signed and is on its way to the disk, by session.
    var closing: [String: String] = [:]
    var parting: Parting?
    /// The sessions that this console signed: that they go is no surprise to it.
    var signedHere: Set<String> = []
    /// What is said when the session in front of this console went by another's hand; only Esc goes on from there, since
    /// what is still being typed belongs to nobody else.
    var interruption: String?

    package init() {}

    /// Where the console is.
    var place: any Place {
        get { path[path.count - 1] }
        set { path[path.count - 1] = newValue }
    }

    /// The window's title: no patient's name stands in it, because others may read a list of windows.
    package var title: String { place.title }

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
        var action: KeyAction
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

    /// What follows a digit within this, while nobody is named, belongs to the line it began and chooses no name.
    static let lineMicros: Int64 = Micros.perSecond
    /// How long a saved entry is echoed.
    static let echoMicros: Int64 = 10 * Micros.perSecond
}
