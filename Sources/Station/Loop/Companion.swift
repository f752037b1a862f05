/// Somebody who lives with a station beside its consoles and acts through commands, as people do.
///
/// The loop sleeps no longer than to its deadline, lets it act then, and tells it of every letter. It lives on the
/// loop's thread.
package protocol Companion: AnyObject {
    /// When it acts next, in the station's UTC; nil while it waits for letters alone.
    var nextDeadlineUTCMicros: Int64? { get }

    /// Takes what another thread reports, before the station takes it.
    func receive(_ mail: Mail, at station: Station)

    /// Does one thing, if one is due; the loop carries out what it asks.
    func act(on station: inout Station) -> [StationEffect]
}
