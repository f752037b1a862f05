import Canvas
import Session

/// Somewhere a console can be: the Board, the Session view, and what comes.
///
/// A place is a value. It says which session the next key acts on, which keys it binds, what they do to it, and how it
/// is drawn; the desk keeps what is the same everywhere: who types, the open form, the help, the echo. A place is added
/// by a folder of its own and a row in `Places.all`.
protocol Place: Sendable {
    /// What it is called in lists of keys.
    static var name: String { get }
    /// Whether a patient can be checked in from here.
    static var checksIn: Bool { get }
    /// Whether an entry can be chosen in it, to be corrected.
    static var choosesEntries: Bool { get }
    /// Whether `q` leaves the console from it.
    static var quits: Bool { get }
    /// Whether it names the allergies of its session by itself.
    static var namesAllergies: Bool { get }
    /// Its own keys in the order of the hint bar: those that do something, then those that only move.
    static var keys: [PlaceKey<Self>] { get }
    /// All keys that may be valid in it, made once: `static let table = makeTable()`.
    static var table: KeyTable { get }

    /// The window's title: no patient's name stands in it, because others may read a list of windows.
    var title: String { get }

    /// The session that it shows alone; nil where it shows many.
    var session: String? { get }

    /// The session that the next key acts on.
    func subject(_ scene: Scene) -> Stay?
    /// The chair that is chosen and that nobody sits in.
    func emptyChair(_ scene: Scene) -> String?
    /// The entry that `x` corrects here; nil where there is none.
    func correctable(_ scene: Scene) -> EntryReference?

    /// Puts itself on something that exists: chairs are filled and sessions closed by other consoles too.
    ///
    /// - Parameter isBusy: whether a form is open over it.
    /// - Returns: false when what it is about is gone, and the console goes back.
    mutating func settle(_ scene: Scene, isBusy: Bool) -> Bool
    /// Takes a key that must not be looked up: the rest of something that is being typed; nil where it is none.
    mutating func swallow(_ key: Key, _ scene: Scene) -> PlaceStep?
    /// Learns that what was entered is on disk.
    mutating func entryIsSaved()
    /// Learns that the console has come back to it from a session's place.
    mutating func comeBack(from session: String?, _ scene: Scene)

    /// Whether it gives way to a line at the bottom of its area, rather than be covered there.
    func yields(_ rows: Int, of area: Rect, _ scene: Scene) -> Bool
    /// The rows that it keeps at the top of its area, over a sheet that would like so many.
    func rowsBeside(_ rows: Int, of area: Rect, _ scene: Scene) -> Int

    func draw(into frame: inout Frame, in area: Rect, _ scene: Scene)
}

extension Place {
    static var checksIn: Bool { false }
    static var choosesEntries: Bool { false }
    static var quits: Bool { false }
    static var namesAllergies: Bool { false }

    func emptyChair(_ scene: Scene) -> String? { nil }
    func correctable(_ scene: Scene) -> EntryReference? { nil }
    mutating func swallow(_ key: Key, _ scene: Scene) -> PlaceStep? { nil }
    mutating func entryIsSaved() {}
    mutating func comeBack(from session: String?, _ scene: Scene) {}
    func yields(_ rows: Int, of area: Rect, _ scene: Scene) -> Bool { false }
    func rowsBeside(_ rows: Int, of area: Rect, _ scene: Scene) -> Int { 0 }
}
