import Canvas
import Glibc

extension RunLoop {
    /// `isAgain`: this console was open and lost its station, so that whoever sits here is told what may be lost.
    mutating func sayHello(isAgain: Bool = false) {
        send(
            .hello(
                WireHello(
                    size: terminal.size,
                    glyphs: terminal.glyphs,
                    colors: terminal.colors,
                    terminal: Self.terminalDevice(),
                    userName: traits.userName,
                    isMotionReduced: traits.isMotionReduced,
                    isAgain: isAgain
                )
            )
        )
    }

    mutating func press(_ key: Key) {
        switch connection {
        case .open: send(.key(key))
        case .away:
            // Nobody is there to take a key, but a person must be able to leave.
            if key == .control("c") { ending = ending ?? .goodbye("") }
        }
    }

    mutating func send(_ message: WireFromConsole) {
        guard case .open(let link) = connection else { return }
        if !link.send(message) { loseStation() }
    }

    mutating func takeStation(_ events: Int16) {
        guard events != 0, ending == nil, case .open(let link) = connection else { return }
        if events & Int16(POLLOUT) != 0, !link.flush() {
            loseStation()
            return
        }
        guard events & Int16(POLLIN | POLLHUP | POLLERR) != 0 else { return }
        do throws(WireError) {
            let received = try link.receive()
            for message in received.messages where ending == nil { take(message) }
            if received.isGone, ending == nil { loseStation() }
        } catch {
            ending = .failed(.wire(error))
        }
    }

    private mutating func take(_ message: WireFromStation) {
        switch message {
        case .frame(let change):
            guard let next = change.applied(to: frame) else {
                ending = .failed(.frameMissing)
                return
            }
            frame = next
            needsPaint = true
        case .bell(let count): terminal.ring(count)
        case .title(let title): terminal.setTitle(title)
        case .goodbye(let reason): ending = .goodbye(reason)
        }
    }

    /// The station stopped without a goodbye: it is started again, and the screen says that it is not current.
    private mutating func loseStation() {
        connection = .away(since: monotonicMillis())
        needsPaint = true
    }

    mutating func reconnect(_ since: Int, _ now: Int) {
        do throws(ConsoleError) {
            if let link = try StationLink.connect(home: station.home) {
                connection = .open(link)
                sayHello(isAgain: true)
                return
            }
            // Whoever finds no station running starts one; only one gets the lock.
            if station.hasEnded() { try station.startAgain(at: now) }
            guard now - since < StationProcess.answerMillis else {
                throw .stationSilent(path: station.errorPath, lastWords: station.lastWords())
            }
        } catch {
            ending = ending ?? .failed(error)
        }
    }

    private static func terminalDevice() -> String {
        guard let name = ttyname(Terminal.input) else { return "" }
        let path = String(cString: name)
        return path.hasPrefix("/dev/") ? String(path.dropFirst(5)) : path
    }
}
