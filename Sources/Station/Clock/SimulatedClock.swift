import EventLog
package import Journal

/// A clock for simulations and tests: it runs at a multiple of real time, stands, or jumps.
package final class SimulatedClock: Clock {
    private struct State {
        var shown: ClockReading
        var realBootMicros: Int64
        var speed: Int
    }

    private let state: Monitor<State>

    /// Begins at an instant; at speed 0 it stands until it is told to jump or to run.
    package init(from start: ClockReading, speed: Int) {
        precondition(speed >= 0, "time does not run backwards")
        state = Monitor(State(shown: start, realBootMicros: SystemClock.bootMicros(), speed: speed))
    }

    package var isMachine: Bool { false }
    package var speed: Int { state.withLock { $0.speed } }

    package func now() -> ClockReading {
        state.withLock { Self.shown($0, at: SystemClock.bootMicros()) }
    }

    /// Goes forward to an instant on the world's clock; an earlier one changes nothing.
    package func jump(toUTC utcMicros: Int64) {
        state.withLock { state in
            let real = SystemClock.bootMicros()
            let now = Self.shown(state, at: real)
            state.shown = now.advanced(byMicros: max(0, utcMicros - now.utcMicros))
            state.realBootMicros = real
        }
    }

    /// Runs on from where it is, so many times as fast as the real world.
    package func run(speed: Int) {
        precondition(speed >= 0, "time does not run backwards")
        state.withLock { state in
            let real = SystemClock.bootMicros()
            state = State(shown: Self.shown(state, at: real), realBootMicros: real, speed: speed)
        }
    }

    private static func shown(_ state: State, at realBootMicros: Int64) -> ClockReading {
        state.shown.advanced(byMicros: (realBootMicros - state.realBootMicros) * Int64(state.speed))
    }
}
