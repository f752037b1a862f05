/// An entry of a session, by its number.
struct EntryReference: Hashable, Sendable {
    var session: String
    var number: Int
}
