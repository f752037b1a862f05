import Canvas
import Glibc
package import Screens
import Journal
import Session

/// Runs a station: one thread that sleeps in `poll` until a console, another thread or a deadline wakes it.
///
/// It owns all state. It never writes to a terminal, never waits for a disk, and never works long: what takes time is
/// done by other threads, which post what they found to the mailbox.
package final class StationLoop {
    package internal(set) var station: Station
    let clock: any Clock
    package let mailbox: Mailbox
    let keepers: Keepers
    var listener: ListeningSocket?
    /// Held as long as anything of the home is touched.
    var lock: HomeLock?
    var connections: [ConsoleID: Connection] = [:]
    /// Who acts beside the consoles: simulated people, where it is a simulation.
    package var companion: (any Companion)?
    var lastConsole = 0
    package internal(set) var isEnding = false
    var hasEnded = false

    private var lastTick: Int64 = 0
    /// When the last sign of life was written, on the station's boot clock.
    private var lastBeat: Int64?
    private var lastWake: ClockReading

    /// How often a sign of life is written, which is also how a disk that fails is noticed while nobody types.
    static let beatEveryMicros = 10 * Micros.perSecond
    /// The same where time only leaps, which is as often as a simulation needs it to be found where it was.
    private static let beatInLeapsMicros = 10 * Micros.perMinute
    /// A station that stood still longer than this says so, as after a power cut.
    static let absenceMicros = 60 * Micros.perSecond

    /// A smaller difference is a clock that is being slewed.
    static let clockStepMicros = 2 * Micros.perSecond

    init(
        station: Station,
        clock: any Clock,
        mailbox: Mailbox,
        keepers: Keepers,
        listener: ListeningSocket?,
        lock: HomeLock?
    ) {
        self.station = station
        self.clock = clock
        self.mailbox = mailbox
        self.keepers = keepers
        self.listener = listener
        self.lock = lock
        lastWake = clock.now()
    }

    /// Runs until it is told to stop, then says good-bye to every console and brings everything to disk.
    ///
    /// - Returns: how many records could not be saved.
    package func run() -> Int {
        while !isEnding { step(atMostMilliseconds: .max) }
        return end()
    }

    /// Sleeps until something happens, at most so long, and deals with all of it.
    package func step(atMostMilliseconds limit: Int) {
        var waits = descriptors()
        let timeout = min(limit, nextTimeoutMilliseconds())
        let count = poll(&waits, nfds_t(waits.count), Int32(clamping: timeout))
        // An interrupted poll found nothing; whatever there is will be found by the next one.
        if count > 0 { serve(waits) }
        noticeStandstill()
        for mail in mailbox.take() { apply(.mail(mail)) }
        tick()
        meetDeadlines()
        paint()
        dropClosed()
    }

    private func descriptors() -> [pollfd] {
        var waits = [pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0)]
        if let listener { waits.append(pollfd(fd: listener.descriptor, events: Int16(POLLIN), revents: 0)) }
        for connection in connections.values {
            var events = connection.isEnding ? 0 : Int16(POLLIN)
            if connection.hasOutgoing { events |= Int16(POLLOUT) }
            waits.append(pollfd(fd: connection.descriptor, events: events, revents: 0))
        }
        return waits
    }

    private func serve(_ waits: [pollfd]) {
        for wait in waits where wait.revents != 0 {
            if wait.fd == mailbox.descriptor { continue }
            if wait.fd == listener?.descriptor {
                acceptConsoles()
            } else if let connection = connections.values.first(where: { $0.descriptor == wait.fd }) {
                serve(connection, wait.revents)
            }
        }
    }

    /// Hands an input to the station and does what it asks.
    package func apply(_ input: StationInput) {
        perform(station.handle(input, at: clock.now()))
    }

    package func perform(_ effects: [StationEffect]) {
        for effect in effects {
            switch effect {
            case .append(let session, let batch): keepers.sessions.append(batch, to: session)
            case .open(let session): keepers.sessions.open(session)
            case .release(let session): keepers.sessions.release(session, at: clock.now())
            case .setUp(let setup, let console): keepers.staff.setUp(setup, for: console, at: clock.now())
            case .addStaff(let staff, let console): keepers.staff.add(staff, for: console, at: clock.now())
            case .note(let entry): keepers.journal.note(entry, at: clock.now())
            case .saved(let session, let numbers): companion?.noteSaved(numbers, of: session)
            case .notOpened(let session): companion?.noteNotOpened(session)
            case .ring(let console): connections[console]?.ring()
            case .end(let console, let reason): connections[console]?.say(goodbye: reason)
            case .stop: isEnding = true
            }
        }
    }

    /// Lets time pass for the screens, once in each second of the station's clock, and signs that it lives.
    private func tick() {
        let second = clock.now().utcMicros / Micros.perSecond
        if second != lastTick {
            lastTick = second
            apply(.ticked)
        }
        let now = clock.now().bootMicros
        if lastBeat.map({ now - $0 >= beatEvery }) ?? true {
            lastBeat = now
            beat()
        }
    }

    /// How often signs of life come, in microseconds of the station's clock.
    private var beatEvery: Int64 {
        clock.speed == 0 ? Self.beatInLeapsMicros : Self.beatEveryMicros * Int64(clock.speed)
    }

    /// Writes the sign of life, and tries again what could not be saved.
    package func beat() {
        keepers.beat(at: clock.now())
        for session in station.failing { keepers.sessions.retry(session) }
    }

    /// A machine that slept was off for its patients, whatever the reason.
    private func noticeStandstill() {
        let now = clock.now()
        let stood = now.bootMicros - lastWake.bootMicros
        if clock.isMachine, stood > Self.absenceMicros + Self.beatEveryMicros {
            apply(.wasOff(fromUTCMicros: now.utcMicros - stood))
        }
        noticeClockStep(since: lastWake, at: now)
        lastWake = now
    }

    /// The wall clock must run as the boot clock does; where it does not, somebody has set it.
    func noticeClockStep(since before: ClockReading, at now: ClockReading) {
        guard clock.isMachine, before.boot == now.boot else { return }
        let step = (now.utcMicros - before.utcMicros) - (now.bootMicros - before.bootMicros)
        if abs(step) >= Self.clockStepMicros { apply(.clockStepped(micros: step)) }
    }

    /// Notes that the station was off, if it was for long.
    func noteAbsence(since lastLifeUTCMicros: Int64) {
        guard clock.now().utcMicros - lastLifeUTCMicros > Self.absenceMicros else { return }
        apply(.wasOff(fromUTCMicros: lastLifeUTCMicros))
    }

    /// Records what time alone makes happen, and lets the companion act.
    private func meetDeadlines() {
        guard isTimeRunning else { return }
        station.advance(to: clock.now())
        perform(station.recordDue())
        guard isTimeRunning, let companion, let due = companion.nextDeadlineUTCMicros, due <= station.now.utcMicros
        else { return }
        perform(companion.act(on: &station))
    }

    /// The next instant, in UTC, at which something happens by itself; nil while only others can make it.
    package var nextDeadlineUTCMicros: Int64? {
        [station.nextDeadlineUTCMicros, companion?.nextDeadlineUTCMicros].compactMap(\.self).min()
    }

    /// Whether deadlines may come: time that only leaps stands until all that was decided is on disk.
    private var isTimeRunning: Bool { clock.speed > 0 || !station.isSaving }

    /// Until the next deadline, the next sign of life, and while somebody looks the next second.
    private func nextTimeoutMilliseconds() -> Int {
        let now = clock.now()
        var micros = Self.beatEveryMicros
        func sleep(untilUTC instant: Int64) {
            if instant <= now.utcMicros {
                micros = 0
            } else if let wait = clock.realMicros(until: instant) {
                micros = min(micros, wait)
            }
        }
        if let lastBeat { sleep(untilUTC: now.utcMicros + lastBeat + beatEvery - now.bootMicros) }
        if isTimeRunning, let deadline = nextDeadlineUTCMicros { sleep(untilUTC: deadline) }
        if clock.speed > 0, !station.consoleIDs.isEmpty || !clock.isMachine {
            // A simulation in quick motion is still drawn once a second, and a test's clock may leap at any time.
            let ahead = Micros.perSecond - now.utcMicros % Micros.perSecond
            micros = min(micros, clock.isMachine ? ahead : Micros.perSecond)
        }
        return Int((micros + 999) / 1000)
    }

    /// Draws for every console that reads, if something changed since its last picture.
    private func paint() {
        for connection in connections.values where connection.isReady && station.mustDraw(connection.id) {
            guard let (frame, title) = station.draw(connection.id) else { continue }
            connection.show(frame, title: title)
        }
    }
}

extension StationLoop {
    /// Does what somebody asks who sits at the first console, or at none.
    package func perform(_ intent: Intent) {
        station.advance(to: clock.now())
        perform(station.perform(intent, for: station.consoleIDs.first))
    }
}
