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

    /// The chair that was chosen, nil for the WAITING row; it stops where somebody sat down in it meanwhile.
    static func chair(_ field: some FieldReference, _ form: Form, _ scene: Scene) throws(FormStop) -> String? {
        guard let chosen = form.pick(field) else { return nil }
        guard free(scene).contains(where: { $0.code == chosen }) else {
            throw .problem(field, "\(chosen) has been taken meanwhile: choose another chair")
        }
        return chosen == none ? nil : chosen
    }
}
