import EventLog

/// A station that runs on a thread of its own beside whoever started it.
package final class RunningStation: Sendable {
    private struct State: Sendable {
        var mailbox: Mailbox?
        var failure: String?
        var unsavedCount: Int?
    }

    private let shared: Monitor<State>
    private let thread: WorkerThread

    /// Starts a station and returns when consoles can connect; throws what stood in its way.
    ///
    /// `make` runs on the new thread, which alone ever touches what it returns.
    package init(_ make: @escaping @Sendable () throws -> StationLoop) throws(StationError) {
        let shared = Monitor(State())
        self.shared = shared
        thread = WorkerThread(name: "vigil-station") {
            do {
                let loop = try make()
                shared.withLock { $0.mailbox = loop.mailbox }
                let unsaved = loop.run()
                shared.withLock { $0.unsavedCount = unsaved }
            } catch {
                shared.withLock { $0.failure = "\(error)" }
            }
        }
        let failure = shared.wait(until: { $0.mailbox != nil || $0.failure != nil }, then: { $0.failure })
        if let failure {
            thread.join()
            throw StationError(what: failure, cure: "the station could not be started")
        }
    }

    /// Ends the station in order and returns how many records could not be saved; to be called once.
    package func stop() -> Int {
        shared.withLock { $0.mailbox }?.post(.stop)
        thread.join()
        return shared.withLock { $0.unsavedCount ?? 0 }
    }
}
