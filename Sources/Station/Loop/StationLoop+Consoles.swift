import Canvas
import Glibc
import Screens

extension StationLoop {
    func acceptConsoles() {
        while let descriptor = listener?.accept() {
            lastConsole += 1
            let id = ConsoleID(lastConsole)
            connections[id] = Connection(descriptor: descriptor, id: id)
        }
    }

    func serve(_ connection: Connection, _ events: Int16) {
        if events & Int16(POLLOUT) != 0 { connection.flush() }
        guard events & Int16(POLLIN | POLLHUP | POLLERR) != 0, !connection.isEnding else {
            // A console that is told to end and hangs up has read what it will.
            if events & Int16(POLLHUP | POLLERR) != 0 { connection.abandon() }
            return
        }
        for message in connection.receive() {
            guard !connection.isEnding else { return }
            take(message, from: connection)
        }
    }

    private func take(_ message: WireFromConsole, from connection: Connection) {
        switch message {
        case .hello(let hello):
            guard !connection.isGreeted else { return refuse(connection, "said hello twice") }
            connection.isGreeted = true
            apply(.attached(connection.id, ConsoleTraits(hello)))
        case .key(let key):
            guard connection.isGreeted else { return refuse(connection, "did not say hello") }
            apply(.key(connection.id, key))
        case .resize(let size):
            guard connection.isGreeted else { return refuse(connection, "did not say hello") }
            apply(.resized(connection.id, size))
        case .bye:
            connection.abandon()
        }
    }

    private func refuse(_ connection: Connection, _ what: String) {
        connection.say(goodbye: "This console \(what): start it again.")
    }

    /// Lets consoles go that have gone; the station keeps their desks.
    func dropClosed() {
        for connection in connections.values where connection.isClosed {
            connections[connection.id] = nil
            apply(.detached(connection.id))
        }
    }

    /// Ends in order: consoles read their good-bye for at most a second, then everything goes to disk.
    ///
    /// - Returns: how many records could not be saved.
    package func end() -> Int {
        guard !hasEnded else { return 0 }
        hasEnded = true
        let deadline = SystemClock.bootMicros() + 1_000_000
        while connections.values.contains(where: \.hasOutgoing), SystemClock.bootMicros() < deadline {
            var waits = connections.values.map { pollfd(fd: $0.descriptor, events: Int16(POLLOUT), revents: 0) }
            _ = poll(&waits, nfds_t(waits.count), 50)
            for connection in connections.values { connection.flush() }
            for wait in waits where wait.revents & Int16(POLLHUP | POLLERR) != 0 {
                connections.values.first { $0.descriptor == wait.fd }?.abandon()
            }
            connections = connections.filter { !$0.value.isClosed }
        }
        connections = [:]
        // The socket goes while the lock still stands, so that it never is another station's.
        listener = nil
        let unsavedCount = keepers.end(at: clock.now())
        lock = nil
        return unsavedCount
    }
}

extension ConsoleTraits {
    init(_ hello: WireHello) {
        let glyphs: Glyphs =
            switch hello.glyphs {
            case .ascii: .ascii
            case .unicode: .unicode
            }
        self.init(
            size: hello.size,
            glyphs: glyphs,
            reducedMotion: hello.isMotionReduced,
            terminal: hello.terminal,
            userName: hello.userName,
            isAgain: hello.isAgain
        )
    }
}
