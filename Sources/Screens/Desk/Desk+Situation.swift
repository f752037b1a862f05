import Session
import Wording

extension Desk {
    /// All keys of the place.
    var table: KeyTable { type(of: place).table }

    /// What decides which keys are valid.
    func situation(_ scene: Scene) -> Situation {
        var situation = place.situation(scene)
        situation.hasEcho = liveEcho(scene) != nil
        return situation
    }

    /// The echo, while it stands.
    func liveEcho(_ scene: Scene) -> Echo? {
        guard let echo, scene.ward.nowUTCMicros < echo.untilUTCMicros, scene.ward.stay(echo.session) != nil else {
            return nil
        }
        return echo
    }

    /// What is said of a patient who has just left, while it stands.
    func liveParting(_ scene: Scene) -> Parting? {
        parting.flatMap { scene.ward.nowUTCMicros < $0.untilUTCMicros ? $0 : nil }
    }

    /// Puts everything back on something that exists: chairs are filled and sessions closed by other consoles too.
    ///
    /// - Returns: the scene as this desk sees it, with who is typing.
    mutating func settle(_ scene: Scene) -> Scene {
        var scene = scene
        if let member = typing, !scene.surroundings.staff.isEmpty {
            typing = scene.surroundings.staff.first { $0.id == member.id && $0.isActive }
        }
        scene.typing = typing
        if let id = form?.slot.session ?? place.session, scene.ward.stay(id) == nil { interrupt(id, scene) }
        while !place.settle(scene, isBusy: form != nil), path.count > 1 { goBack(scene) }
        return scene
    }

    /// Leaves a session that is gone, and says whose it was and what was not recorded.
    private mutating func interrupt(_ session: String, _ scene: Scene) {
        let typed = form.map(\.form.typed) ?? ""
        form = nil
        guard !signedHere.contains(session) else { return }
        chooser = nil
        let who =
            scene.ward.closedToday.first { $0.session == session }.map { Words.clean($0.who) }
            ?? "The session is no longer here"
        let lost = typed.isEmpty ? "" : ". NOT RECORDED: \(Words.clean(typed))"
        interruption = who + lost
    }
}
