import Canvas

/// A session's main clock: a share of a whole, and the words beside it.
struct GlanceClock {
    var part: Int64
    var whole: Int64
    var words: [Span]
    var role: Role
}
