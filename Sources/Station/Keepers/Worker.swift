import EventLog

/// One thread that does, in order, what waits for a disk; what it finds it posts to the mailbox.
final class Worker: Sendable {
    private struct State: Sendable {
        var jobs: [@Sendable () -> Void] = []
        var isEnding = false
    }

    private let shared: Monitor<State>
    private let thread: WorkerThread

    init() {
        let shared = Monitor(State())
        self.shared = shared
        thread = WorkerThread(name: "vigil-disk") {
            while let job = Self.next(in: shared) { job() }
        }
    }

    func run(_ job: @escaping @Sendable () -> Void) {
        shared.withLock { $0.jobs.append(job) }
    }

    /// Waits until everything is done; to be called once.
    func end() {
        shared.withLock { $0.isEnding = true }
        thread.join()
    }

    private static func next(in shared: Monitor<State>) -> (@Sendable () -> Void)? {
        shared.wait(
            until: { !$0.jobs.isEmpty || $0.isEnding },
            then: { $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() }
        )
    }
}
