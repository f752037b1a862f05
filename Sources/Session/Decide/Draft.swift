/// An event before it has its number: what happened, and when it was true where that differs from now.
struct Draft {
    var body: Event.Body
    var observedAtMicros: Int64?

    init(_ body: Event.Body, observedAtMicros: Int64? = nil) {
        self.body = body
        self.observedAtMicros = observedAtMicros
    }
}
