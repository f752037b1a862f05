import EventLog
import Journal
import Screens
import Session
import Settings
import Station
import TestSupport
import Testing

@Suite struct `A station's deadlines` {
    /// A session whose last entry, that the criteria are met, was cut off by a stop.
    private func cutOff() throws -> SessionScript {
        var script = try SessionScript()
        try script.recover()
        let met = try #require(script.session.entries.last { $0.body == .criteriaMet })
        let events = Array(script.session.entries.prefix(met.number))
        script.session = Session(id: "s", rules: script.session.rules, events: events)
        return script
    }

    @Test func `are met once, by the station itself, and then there is none`() throws {
        var bench = StationBench(try cutOff())
        let deadline = try #require(bench.station.nextDeadlineUTCMicros)
        #expect(deadline <= bench.now.utcMicros)

        let effects = bench.station.recordDue()

        guard case .append(session: "s", let batch)? = effects.first else {
            Issue.record("\(effects)")
            return
        }
        #expect(effects.count == 1)
        #expect(batch.events.map(\.body) == [.criteriaMet] && batch.events.map(\.author) == [.system])
        #expect(bench.station.nextDeadlineUTCMicros == nil)
        #expect(bench.station.recordDue().isEmpty)
    }

    @Test func `are none while nothing is due`() throws {
        var bench = StationBench(try SessionScript())
        #expect(bench.station.nextDeadlineUTCMicros == nil)
        #expect(bench.station.recordDue().isEmpty)
    }

    @Test func `are met by the loop although no console is there`() throws {
        let script = try cutOff()
        let place = try TemporaryHome()
        let opened = ClockReading(boot: "boot 1", bootMicros: 9_000_000_000, utcMicros: SessionScript.morning)
        let id = try write(script, to: place, openedAt: opened)

        let bench = try LoopBench(place, at: opened.advanced(byMicros: script.now.sessionMicros))

        #expect(bench.loop.station.consoleIDs.isEmpty)
        #expect(bench.turn { bench.loop.station.session(id)?.entries.last?.body == .criteriaMet })
        #expect(bench.turn { !bench.loop.station.isSaving })
        let count = bench.loop.station.session(id)?.nextNumber
        let again = try bench.restarted(afterSeconds: 1)
        again.loop.step(atMostMilliseconds: 0)
        #expect(again.loop.station.session(id)?.nextNumber == count, "it is on disk, once")
    }

    @Test func `of a companion wake it, and it acts once a step`() throws {
        let bench = try LoopBench()
        let companion = Counter(every: 60, from: bench.clock.now().utcMicros)
        bench.loop.companion = companion
        bench.loop.step(atMostMilliseconds: 0)
        #expect(companion.acts == 1)
        #expect(bench.loop.nextDeadlineUTCMicros == bench.clock.now().utcMicros + 60 * Micros.perSecond)
        bench.wait(seconds: 59)
        bench.loop.step(atMostMilliseconds: 0)
        #expect(companion.acts == 1)
        bench.wait(seconds: 1)
        bench.loop.step(atMostMilliseconds: 0)
        #expect(companion.acts == 2)
    }

    /// Puts a script's session into a home, under the shipped protocol, whose figures are the script's.
    private func write(_ script: SessionScript, to place: TemporaryHome, openedAt: ClockReading) throws -> String {
        let journal = JournalHome(path: place.home.path, disk: SystemDisk())
        let shipped = try #require(ProtocolFile.shipped.first)
        let rules = try ProtocolFile.read(bytes: shipped.bytes, name: shipped.name)
        let sha256 = try journal.putProtocol(shipped.bytes)
        let events = script.session.entries.map { event in
            var event = event
            if case .sessionOpened(var opening) = event.body {
                opening.protocolSHA256 = sha256
                event.body = .sessionOpened(opening)
            }
            // Its list for leaving has items of its own.
            if case .checklistAnswered = event.body { event.body = .checklistAnswered(passedDischargeList(rules)) }
            return event
        }
        let id = SessionID(openedAtUTC: openedAt.utcMicros, lots: 1)
        let log = try SessionJournal.create(
            id,
            in: journal,
            events: EventBatch(events, by: SessionClock(openedAt: openedAt)),
            openedAt: openedAt,
            lots: 1,
            names: StationNames(station: "Ward", writer: "test")
        ) { _, _ in }
        #expect(log.stop().isEmpty)
        return id.text
    }

    /// Acts in even steps, and does nothing.
    private final class Counter: Companion {
        private let seconds: Int64
        private(set) var nextDeadlineUTCMicros: Int64?
        private(set) var acts = 0

        init(every seconds: Int64, from start: Int64) {
            self.seconds = seconds
            nextDeadlineUTCMicros = start
        }

        func act(on station: inout Station) -> [StationEffect] {
            acts += 1
            nextDeadlineUTCMicros = station.now.utcMicros + seconds * Micros.perSecond
            return []
        }
    }
}
