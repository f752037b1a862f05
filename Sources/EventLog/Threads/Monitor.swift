import Glibc

/// State shared between threads, with a lock and a way to wait for it to change.
///
/// Every change wakes all who wait; they look again and sleep on if it was not for them. The lock is POSIX's own,
/// which the thread sanitizer understands.
package final class Monitor<State>: @unchecked Sendable {
    // Both stand in memory of their own, since POSIX forbids moving them. `state` is touched only under `mutex`,
    // which is what makes this class safe to share.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var state: State

    package init(_ state: sending State) {
        self.state = state
        mutex.initialize(to: pthread_mutex_t())
        changed.initialize(to: pthread_cond_t())
        precondition(pthread_mutex_init(mutex, nil) == 0, "a mutex needs only memory")
        precondition(pthread_cond_init(changed, nil) == 0, "a condition needs only memory")
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    /// Looks at or changes the state.
    package func withLock<Result, Failure: Error>(
        _ body: (inout sending State) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        pthread_mutex_lock(mutex)
        defer {
            pthread_cond_broadcast(changed)
            pthread_mutex_unlock(mutex)
        }
        return try body(&state)
    }

    /// Sleeps until `condition` holds, then looks at or changes the state before anyone else can.
    package func wait<Result>(until condition: (State) -> Bool, then body: (inout State) -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer {
            pthread_cond_broadcast(changed)
            pthread_mutex_unlock(mutex)
        }
        while !condition(state) { pthread_cond_wait(changed, mutex) }
        return body(&state)
    }
}
