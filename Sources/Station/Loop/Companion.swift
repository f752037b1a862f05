/// Somebody who lives with a station beside its consoles and acts through commands, as people do.
///
/// The loop sleeps no longer than to its deadline, lets it act then, and tells it what became of the sessions. It lives
/// on the loop's thread.
package protocol Companion: AnyObject {
    /// When it acts next, in the station's UTC; nil while it only waits for others.
    var nextDeadlineUTCMicros: Int64? { get }

    /// Is told which events of a session are on disk from now on.
    func noteSaved(_ numbers: Range<Int>, of session: String)

    /// Is told that a new session's log could not be made: nobody was checked in.
    func noteNotOpened(_ session: String)

    /// Does one thing, if one is due; the loop carries out what it asks.
    func act(on station: inout Station) -> [StationEffect]
}

extension Companion {
    package func noteSaved(_ numbers: Range<Int>, of session: String) {}

    package func noteNotOpened(_ session: String) {}
}
