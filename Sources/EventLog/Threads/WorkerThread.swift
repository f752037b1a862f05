import CPlatform
import Glibc

/// A thread with a name that runs one function to its end; who lets go of it without waiting leaves it to finish alone.
package final class WorkerThread: Sendable {
    private let thread: pthread_t
    private let isJoined = Monitor(false)

    /// Starts `body` on a thread of its own; `name` is what `top` and debuggers show, up to 15 bytes.
    package init(name: String, _ body: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let box = Unmanaged.passRetained(Body(body))
        let code = pthread_create(&thread, nil, runWorkerThread, box.toOpaque())
        precondition(code == 0, "no thread for \(name): raise the limit on processes (ulimit -u)")
        vigil_name_thread(thread, String(decoding: name.utf8.prefix(15), as: UTF8.self))
        self.thread = thread
    }

    deinit {
        // Neither joined nor detached, a thread keeps its stack for as long as the process lives.
        if !isJoined.withLock({ $0 }) { pthread_detach(thread) }
    }

    /// Waits for the function to end; to be called once.
    package func join() {
        isJoined.withLock { $0 = true }
        pthread_join(thread, nil)
    }

    fileprivate final class Body: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) {
            self.run = run
        }
    }
}

/// Takes back the closure the new thread was given and runs it.
private func runWorkerThread(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let box else { return nil }
    Unmanaged<WorkerThread.Body>.fromOpaque(box).takeRetainedValue().run()
    return nil
}
