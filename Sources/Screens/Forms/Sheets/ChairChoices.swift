import Session

/// The chairs nobody sits in, by the digits of the Board.
enum ChairChoices {
    /// No chair: the patient stands in the WAITING row.
    static let none = "-"

    static func free(_ scene: Scene) -> [Choice] {
        let keys = Array("123456789abcdefghijklmnopqrstuvwxyz")
        let chairs = scene.ward.chairs.enumerated().filter { scene.ward.stay(inChair: $0.element) == nil }
            .map { Choice($0.element, $0.offset < keys.count ? keys[$0.offset] : " ", $0.element) }
        return chairs + [Choice(none, "0", "none, WAITING")]
    }

    /// Why a chosen chair cannot be taken: somebody sat down in it while the form stood open.
    static func problem(_ chosen: String?, _ scene: Scene) -> String? {
        guard let chosen, !free(scene).contains(where: { $0.code == chosen }) else { return nil }
        return "\(chosen) has been taken meanwhile: choose another chair"
    }
}
