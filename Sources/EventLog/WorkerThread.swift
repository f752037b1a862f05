import CPlatform
import Glibc

/// A thread with a name that runs one function to its end.
package final class WorkerThread: Sendable {
    private let thread: pthread_t

    /// Starts `body` on a thread of its own; `name` is what `top` and debuggers show, up to 15 bytes.
    package init(name: String, _ body: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let box = Unmanaged.passRetained(Body(body))
        let code = pthread_create(&thread, nil, runWorkerThread, box.toOpaque())
        precondition(code == 0, "no thread for \(name): raise the limit on processes (ulimit -u)")
        vigil_name_thread(thread, String(decoding: name.utf8.prefix(15), as: UTF8.self))
        self.thread = thread
    }

    /// Waits for the function to end; to be called once.
    package func join() {
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
