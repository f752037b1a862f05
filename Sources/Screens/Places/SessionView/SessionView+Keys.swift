import Canvas

extension SessionView {
    static let keys: [PlaceKey<SessionView>] =
        [
            PlaceKey("Esc", [.escape], "Board", "go back to the Board", .here { view, _, _ in view.goBack() }),
            moving("Up", .up, "choose an entry, newer", by: 1),
            moving("Down", .down, "choose an entry, older", by: -1),
            moving("PgUp", .pageUp, "go to newer entries", by: 10),
            moving("PgDn", .pageDown, "go to older entries", by: -10),
        ] + digits

    /// A digit begins a vitals line: it never changes the chair.
    private static let digits: [PlaceKey<SessionView>] = "0123456789".map { digit in
        PlaceKey(
            "0-9",
            [.character(digit)],
            "",
            "begin a vitals line with this digit",
            isMovement: true,
            .desk(.vitals(digit))
        ) { $0.isLive }
    }

    private static func moving(
        _ shown: String,
        _ key: Key,
        _ help: String,
        by stride: Int
    ) -> PlaceKey<SessionView> {
        PlaceKey(
            shown,
            [key],
            "",
            help,
            isMovement: true,
            .here { view, scene, _ in
                view.move(stride, scene)
                return .stay
            }
        )
    }
}
