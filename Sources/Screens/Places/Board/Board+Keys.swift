import Canvas

extension Board {
    static let keys: [PlaceKey<Board>] =
        [
            PlaceKey("Enter", [.enter], "open", "open the session in the chosen chair", .here(open)) {
                $0.phase != nil
            },
            arrow(.up) { board, scene, room in board.climb(isDown: false, scene, in: room) },
            arrow(.down) { board, scene, room in board.climb(isDown: true, scene, in: room) },
            arrow(.left) { board, scene, _ in board.step(-1, scene) },
            arrow(.right) { board, scene, _ in board.step(1, scene) },
            moving("Tab", .tab, "choose the next chair or waiting patient") { board, scene, _ in board.step(1, scene) },
            moving("Shift-Tab", .backTab, "choose the one before") { board, scene, _ in board.step(-1, scene) },
        ] + digits

    /// A digit chooses a chair.
    private static let digits: [PlaceKey<Board>] = (1...9).map { digit in
        PlaceKey(
            "1-9",
            [.character(Character("\(digit)"))],
            "",
            "choose a chair by its number",
            isMovement: true,
            .here { board, scene, _ in board.choose(digit, scene) }
        )
    }

    private static func arrow(
        _ key: Key,
        _ move: @escaping @Sendable (inout Board, Scene, Rect) -> Void
    ) -> PlaceKey<Board> {
        moving("Arrows", key, "choose a chair", move)
    }

    private static func moving(
        _ shown: String,
        _ key: Key,
        _ help: String,
        _ move: @escaping @Sendable (inout Board, Scene, Rect) -> Void
    ) -> PlaceKey<Board> {
        PlaceKey(
            shown,
            [key],
            "",
            help,
            isMovement: true,
            .here { board, scene, room in
                move(&board, scene, room)
                return .stay
            }
        )
    }

    @Sendable private static func open(_ board: inout Board, _ scene: Scene, _ room: Rect) -> PlaceStep {
        board.subject(scene).map { .go(SessionView(session: $0.id)) } ?? .stay
    }
}
