import Glibc

/// A thread that runs one piece of work and ends.
///
/// Whatever it finds out is posted to the mailbox; it shares no state with the station.
enum BackgroundThread {
    /// Starts the work; `join` waits for it to end.
    static func start(_ work: @escaping @Sendable () -> Void) -> Joinable {
        let box = Unmanaged.passRetained(Work(work))
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, runBackgroundWork, box.toOpaque())
        precondition(code == 0, "no thread could be started: \(String(cString: strerror(code)))")
        return Joinable(thread: thread)
    }

    /// A running thread; it must be waited for once.
    struct Joinable: @unchecked Sendable {
        // A thread's name is a plain number, whichever thread holds it.
        fileprivate let thread: pthread_t

        func join() {
            pthread_join(thread, nil)
        }
    }

    fileprivate final class Work: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) {
            self.run = run
        }
    }
}

/// What pthread calls; a closure literal would inherit the isolation of wherever it is written.
private func runBackgroundWork(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    Unmanaged<BackgroundThread.Work>.fromOpaque(argument).takeRetainedValue().run()
    return nil
}
