import Canvas
import Journal
import Screens
import Session
import TestSupport

import Station

/// A station without sockets and disks: what it asks of the world is kept, and a test says what became of it.
struct StationBench {
    var station: Station
    var now: ClockReading
    private(set) var appended: [String: [Event]] = [:]
    private(set) var opened: [NewSession] = []
    private(set) var rings: [ConsoleID] = []
    /// What was to be written into the station's journal.
    private(set) var noted: [StationEntry] = []
    private(set) var ends: [ConsoleID: String] = [:]

    static let nurse = StaffMember(id: "n001", name: "Amara Osei", role: .nurse)
    static let second = StaffMember(id: "n002", name: "Jonas Weber", role: .nurse)
    static let author = Author.staff(id: "n001", role: .nurse)
    static let sha256 = String(repeating: "0", count: 64)
    static let size = Size(columns: 120, rows: 36)

    init(chairs: [String] = ["1", "2", "3"], rules: InfusionProtocol = sampleProtocol()) {
        now = ClockReading(boot: "boot", bootMicros: 5_000_000_000, utcMicros: SessionScript.morning)
        let facts = StationFacts(
            name: "Ward",
            chairs: chairs,
            zone: .utc,
            zoneName: "UTC",
            staff: [Self.nurse, Self.second],
            protocols: [ProtocolChoice(rules: rules, sha256: Self.sha256)]
        )
        station = Station(facts: facts, at: now, seed: 1)
    }

    /// A station on which a session stands as a script left it, and the time is the script's.
    init(_ script: SessionScript, chairs: [String] = ["1", "2", "3"]) {
        self.init(chairs: chairs)
        let clock = SessionClock(openedAt: now)
        now = now.advanced(byMicros: script.now.sessionMicros)
        station.advance(to: now)
        station.resume([OpenedSession(session: script.session, clock: clock)])
    }

    mutating func wait(seconds: Int64) {
        now = now.advanced(byMicros: seconds * Micros.perSecond)
        handle(.ticked)
    }

    mutating func handle(_ input: StationInput) {
        take(station.handle(input, at: now))
    }

    @discardableResult
    mutating func attach(
        _ number: Int,
        userName: String = "",
        terminal: String = "",
        isAgain: Bool = false
    ) -> ConsoleID {
        let console = ConsoleID(number)
        let traits = ConsoleTraits(size: Self.size, terminal: terminal, userName: userName, isAgain: isAgain)
        handle(.attached(console, traits))
        return console
    }

    /// Presses keys one after the other; `⏎` is Enter.
    mutating func press(_ keys: String, at console: ConsoleID) {
        for character in keys { handle(.key(console, character == "⏎" ? .enter : .character(character))) }
    }

    mutating func give(_ command: Command, to session: String = "s", from console: ConsoleID? = nil) {
        take(station.perform(.record(session: session, command, by: Self.author), for: console))
    }

    mutating func open(_ patient: Patient, chair: String?, from console: ConsoleID? = nil) {
        let rules = sampleProtocol()
        let opening = Opening(
            patient: patient,
            chair: chair,
            protocolID: rules.id,
            protocolVersion: rules.version,
            protocolSHA256: Self.sha256,
            asked: station.questions(about: patient)
        )
        take(station.perform(.open(opening, by: Self.author), for: console))
    }

    /// Says that everything handed over is on disk.
    mutating func saveAll() {
        for new in opened {
            let opened = OpenedSession(session: new.session, clock: SessionClock(openedAt: new.openedAt))
            handle(.mail(.sessions(.opened(opened))))
        }
        opened = []
        for (session, events) in appended {
            guard let last = events.last else { continue }
            handle(.mail(.sessions(.durable(session: session, count: last.number + 1))))
        }
        appended = [:]
    }

    /// The picture of a console, as text.
    mutating func picture(_ console: ConsoleID) -> String {
        guard let frame = station.draw(console)?.frame else { return "" }
        return (0..<frame.size.rows).map(frame.row).joined(separator: "\n")
    }

    func stay(_ id: String = "s") -> Stay? { station.ward.stay(id) }

    private mutating func take(_ effects: [StationEffect]) {
        for effect in effects {
            switch effect {
            case .append(let session, let batch): appended[session, default: []] += batch.events
            case .open(let new): opened.append(new)
            case .ring(let console): rings.append(console)
            case .end(let console, let reason): ends[console] = reason
            case .note(let entry): noted.append(entry)
            case .release, .setUp, .addStaff, .saved, .notOpened, .stop: break
            }
        }
    }
}
