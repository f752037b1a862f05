import CPlatform
import EventLog
import Glibc

/// Where other threads leave what the station should know; it wakes the station's poll.
///
/// The one object that more than one thread holds.
package final class Mailbox: Sendable {
    private let letters = Monitor<[Mail]>([])
    private let reading: Int32
    private let writing: Int32

    /// Makes the pipe that wakes the station.
    package init() throws(StationError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw StationError(call: "pipe", on: "mailbox", code: errno, cure: "close other programs and start again")
        }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        (reading, writing) = (ends[0], ends[1])
    }

    deinit {
        close(reading)
        close(writing)
    }

    /// The descriptor that becomes readable when there is mail.
    var descriptor: Int32 { reading }

    /// Leaves a letter, from any thread.
    package func post(_ mail: Mail) {
        let wasEmpty = letters.withLock { letters in
            letters.append(mail)
            return letters.count == 1
        }
        // A full pipe has woken the station already, so the result does not matter.
        if wasEmpty { _ = write(writing, "m", 1) }
    }

    /// Has the signals that end a program ask the station to end in order.
    package func stopOnSignals() {
        for signal in [SIGTERM, SIGINT, SIGQUIT] { vigil_signal_to_pipe(signal, writing) }
        // A terminal that hangs up must not end a station that others chart on.
        vigil_signal_ignore(SIGHUP)
        vigil_signal_ignore(SIGPIPE)
    }

    /// Takes all letters, oldest first.
    func take() -> [Mail] {
        var bytes: [UInt8] = Array(repeating: 0, count: 64)
        var isSignalled = false
        while case let count = read(reading, &bytes, bytes.count), count > 0 {
            // A signal leaves its number, a letter an "m".
            if bytes[..<count].contains(where: { $0 < 32 }) { isSignalled = true }
        }
        if isSignalled { post(.stop) }
        return letters.withLock { letters in
            defer { letters = [] }
            return letters
        }
    }
}
