import EventLog
import Journal
import Session
import Simulation
import Station
import TestSupport
import Testing

@Suite struct `A simulation is an experiment` {
    private func options(_ place: TemporaryHome, sessions: Int = 6, minutes: Int? = nil) -> SimulationOptions {
        SimulationOptions(home: place.home.path, chairs: 3, sessions: sessions, minutes: minutes, seed: 11)
    }

    /// The bytes of the logs of the staff and of all sessions, by their paths in the home.
    static func logs(of place: TemporaryHome) throws -> [String: [UInt8]] {
        let journal = JournalHome(path: place.home.path, disk: SystemDisk())
        let logs = try journal.sessions().ids.map(journal.log(of:)) + [journal.staffLog]
        var contents: [String: [UInt8]] = [:]
        for log in logs {
            for segment in try LogReader(disk: journal.disk).segments(of: log) {
                let name = String(segment.path.dropFirst(place.home.path.utf8.count))
                contents[name] = try journal.disk.readWhole(segment.path)
            }
        }
        return contents
    }

    /// The first line of each file in which two homes differ.
    private static func differences(_ one: [String: [UInt8]], _ other: [String: [UInt8]]) -> [String] {
        Set(one.keys).union(other.keys).sorted().compactMap { name in
            let lines = [one, other].map { ($0[name] ?? []).split(separator: UInt8(ascii: "\n")) }
            guard lines[0] != lines[1] else { return nil }
            let place =
                zip(lines[0], lines[1]).enumerated().first { $1.0 != $1.1 }?.offset
                ?? min(lines[0].count, lines[1].count)
            return lines.map { lines in
                place < lines.count ? String(decoding: lines[place], as: UTF8.self) : "nothing"
            }.joined(separator: "\n")
        }
    }

    @Test func `that writes the same logs when it is run again`() throws {
        let places = try [TemporaryHome(), TemporaryHome()]
        for place in places { _ = try SimulationProgram.outcome(of: options(place)) }
        let logs = try places.map(Self.logs)
        #expect(logs[0].count == 7)
        #expect(Self.differences(logs[0], logs[1]) == [])
    }

    @Test func `that is broken off and gone on with in the same way each time`() throws {
        let places = try [TemporaryHome(), TemporaryHome()]
        for place in places {
            let first = try SimulationProgram.outcome(of: options(place, minutes: 75))
            #expect(first.openSessions.count == 3)
            let second = try SimulationProgram.outcome(of: options(place))
            #expect(second.openSessions.isEmpty && second.tally.closed == 6)
        }
        let logs = try places.map(Self.logs)
        #expect(Self.differences(logs[0], logs[1]) == [])
    }

    @Test func `whose logs all name the program that wrote them`() throws {
        let place = try TemporaryHome()
        for minutes in [60, nil] {
            _ = try SimulationProgram.outcome(of: options(place, sessions: 3, minutes: minutes))
        }
        let journal = JournalHome(path: place.home.path, disk: SystemDisk())
        var logs = try journal.sessions().ids.map(journal.log(of:))
        #expect(logs.count == 3)
        logs += [journal.staffLog, journal.stationLog]
        for log in logs {
            let text = String(decoding: try journal.disk.readWhole(log.segmentPath(1)), as: UTF8.self)
            let starts = text.split(separator: "\n").filter {
                $0.contains("\"k\":\"log.open\"") || $0.contains("\"k\":\"log.resume\"")
            }
            #expect(starts.count >= 2)
            for line in starts { #expect(line.contains("\"writer\":\"\(ProgramVersion.writer)\""), "\(line)") }
        }
    }

    @Test func `that has each command in a batch of its own`() throws {
        let place = try TemporaryHome()
        _ = try SimulationProgram.outcome(of: options(place, sessions: 3))
        let journal = JournalHome(path: place.home.path, disk: SystemDisk())
        for id in try journal.sessions().ids {
            let records = try LogReader(disk: journal.disk).read(journal.log(of: id)).readable
            // What was on disk when a record was written are all records of earlier moments.
            for record in records where record.event != nil {
                let before = records.prefix { $0.utcMicros < record.utcMicros }
                #expect(record.durableRecord == before.last?.number ?? 0, "\(id) record \(record.number)")
            }
        }
    }

    @Test func `that begins on a Monday morning, or when it is told to, and never before its home's last entry`() throws
    {
        let place = try TemporaryHome()
        _ = try SimulationProgram.outcome(of: options(place, sessions: 3))
        let journal = JournalHome(path: place.home.path, disk: SystemDisk())
        let first = try #require(try journal.sessions().ids.last)
        #expect(first.text.hasPrefix("20260105-0800"))

        var earlier = options(place, sessions: 1)
        earlier.startUTCMicros = SimulationOptions.firstStart
        let before = try Self.logs(of: place)
        let error = #expect(throws: StationError.self) { try SimulationProgram.outcome(of: earlier) }
        #expect(error?.cure.contains("--start") == true)
        #expect(try Self.logs(of: place) == before)

        var later = options(place, sessions: 1)
        later.startUTCMicros = SimulationOptions.firstStart + 40 * Micros.perDay
        _ = try SimulationProgram.outcome(of: later)
        let newest = try #require(try journal.sessions().ids.first)
        #expect(newest.text.hasPrefix("20260214-0800"))
    }

    @Test func `that gives the same patients of one seed whenever it begins`() throws {
        let places = try [TemporaryHome(), TemporaryHome()]
        var sets: [[Vitals]] = []
        for (index, place) in places.enumerated() {
            var options = options(place, sessions: 3)
            options.startUTCMicros = SimulationOptions.firstStart + Int64(index) * 3 * Micros.perDay
            _ = try SimulationProgram.outcome(of: options)
            let journal = JournalHome(path: place.home.path, disk: SystemDisk())
            let sessions = try journal.sessions().ids.map {
                try FoldedSession.read($0, in: journal) { _ in sampleProtocol() }.session
            }
            let byNumber = sessions.sorted { ($0.patient?.mrn ?? "") < ($1.patient?.mrn ?? "") }
            sets.append(byNumber.flatMap { $0.vitalsSets.map(\.vitals) })
        }
        #expect(sets[0].count > 20 && sets[0] == sets[1])
    }
}
