/// One reading of a parameter, or why there is none.
package enum Reading: Hashable, Sendable {
    case value(Int)
    /// A true reading outside what can be entered, or a device that cannot read; never blocked.
    case unmeasurable(Unmeasurable)
    /// Not taken, and why; never 0 and never carried forward.
    case notDone(reason: String)

    package var value: Int? {
        guard case .value(let value) = self else { return nil }
        return value
    }

    /// Whether it says only that nothing was measured.
    package var isNotDone: Bool { if case .notDone = self { true } else { false } }
}
