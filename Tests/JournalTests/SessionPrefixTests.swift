import EventLog
import Journal
import Session
import TestSupport
import Testing

/// A whole session as its log: every place where it can be cut is a session that goes on.
@Suite struct `A log cut after any record` {
    @Test func `folds to a legal state from which the session goes on`() throws {
        let whole = try WholeSession()
        for count in 1...whole.events.count {
            let fixture = try whole.fixture(events: count)

            let open = try fixture.open()

            let session = open.folded.session
            #expect(session == whole.session(events: count))
            #expect(open.folded.problems.isEmpty)
            let now = open.journal.clock.moment(fixture.now)
            #expect(now.sessionMicros >= whole.events[count - 1].at.sessionMicros)
            if session.phase != .closed {
                let events = try session.decided(
                    .recordNote("went on", observedAtMicros: nil),
                    by: JournalFixture.nurse,
                    at: now
                )
                try open.journal.append(events)
                #expect(open.journal.stop().isEmpty)
                #expect(try fixture.read().session.entries.count == count + events.count)
            } else {
                #expect(open.journal.stop().isEmpty)
            }
        }
    }

    @Test func `lets a command that was cut off be given again`() throws {
        let whole = try WholeSession()
        for cut in whole.cutCommands {
            let fixture = try whole.fixture(events: cut.eventsBefore + cut.eventsKept)
            let open = try fixture.open()
            #expect(open.journal.stop().isEmpty)
            let now = open.journal.clock.moment(fixture.now)

            let session = open.folded.session
            if session.phase == whole.session(events: cut.eventsBefore).phase {
                let events = try session.decided(cut.command, by: JournalFixture.nurse, at: now)
                #expect(!events.isEmpty)
            }
        }
    }

    @Test func `is the same session decided and recorded once everything is on disk`() throws {
        let whole = try WholeSession()
        let fixture = JournalFixture()
        let journal = try fixture.create()
        let decided = whole.session(events: whole.events.count)
        let opening = try #require(whole.events.first)
        #expect(try fixture.read().session.entries == [opening])

        try journal.append(Array(whole.events.dropFirst()))
        fixture.reports.waitDurable(whole.events.count - 1)

        #expect(try fixture.read().session == decided)
        #expect(journal.stop().isEmpty)
    }

    @Test func `survives a power cut at any byte of the last records`() throws {
        let whole = try WholeSession()
        let bytes = try #require(
            try whole.fixture(events: 12).disk.contents(
                JournalFixture().home.log(of: JournalFixture.id()).segmentPath(1)
            )
        )
        let path = JournalFixture().home.log(of: JournalFixture.id()).segmentPath(1)
        let start = try #require(bytes.dropLast().lastIndex(of: UInt8(ascii: "\n"))) + 1
        for end in stride(from: start, to: bytes.count, by: 7) {
            let fixture = try whole.fixture(events: 12)
            fixture.disk.place(path, Array(bytes[..<end]))

            let open = try fixture.later(on: fixture.disk.afterKill()).open()

            #expect(open.folded.session == whole.session(events: 11))
            #expect(open.journal.stop().isEmpty)
        }
    }
}
