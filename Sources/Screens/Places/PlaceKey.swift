import Canvas

/// A key of a place: when it is valid, what it does, and the words for it.
struct PlaceKey<Place: Sendable>: Sendable {
    var keys: [Key]
    /// The key as it is printed.
    var shown: String
    /// One or two words for the hint bar; empty for keys that only the help lists.
    var hint: String
    /// A line for the help and the palette.
    var help: String
    /// Whether it only moves the focus, which no list of commands needs.
    var isMovement: Bool
    var act: Act
    var isValid: @Sendable (Situation) -> Bool

    enum Act: Sendable {
        /// Does something to the place, which stands in a room of the screen.
        case here(@Sendable (inout Place, Scene, Rect) -> PlaceStep)
        /// Asks the desk for what can be done anywhere.
        case desk(KeyAction)
    }

    init(
        _ shown: String,
        _ keys: [Key],
        _ hint: String,
        _ help: String,
        isMovement: Bool = false,
        _ act: Act,
        when isValid: @escaping @Sendable (Situation) -> Bool = { _ in true }
    ) {
        self.keys = keys
        self.shown = shown
        self.hint = hint
        self.help = help
        self.isMovement = isMovement
        self.act = act
        self.isValid = isValid
    }
}
