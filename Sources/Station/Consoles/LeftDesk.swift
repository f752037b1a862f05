import Screens

/// A desk whose console has gone: what was typed there is not lost with the line.
struct LeftDesk: Sendable {
    var desk: Desk
    var terminal: String
    var userName: String
    var leftAtUTCMicros: Int64
}
