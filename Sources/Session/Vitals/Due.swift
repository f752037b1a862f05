/// Something that is due on the grid, in session time.
package struct Due: Hashable, Sendable {
    package var atSessionMicros: Int64
    package var state: State

    package enum State: String, Hashable, Sendable {
        case notYet
        case due
        case late
        case overdue
    }

    package init(atSessionMicros: Int64, state: State) {
        self.atSessionMicros = atSessionMicros
        self.state = state
    }
}
