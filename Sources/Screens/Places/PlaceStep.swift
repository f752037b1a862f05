/// What a key did in a place.
enum PlaceStep: Sendable {
    case stay
    /// A remark that the next key clears.
    case say(String)
    case go(any Place)
    case back
}
