import EventLog
import Testing
import TestSupport

/// What is no log, or not quite one: each gets a clear answer, none is changed, none takes long.
@Suite struct `Bad input in place of a log` {
    private static let location = LogFixture.location
    private static let path = LogFixture.path

    /// The lines of a log with four batches of three events.
    private static func lines() throws -> [[UInt8]] {
        let bytes = try #require(try LogFixture.disk(batches: 4, of: 3).contents(path))
        return bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
    }

    private static func joined(_ lines: [[UInt8]]) -> [UInt8] { lines.flatMap { $0 + [UInt8(ascii: "\n")] } }

    /// The lines, each with a self-check and a predecessor that fit: what somebody writes who knows the format.
    private static func chained(_ lines: [[UInt8]]) -> [UInt8] {
        var previous = LogHash.zero
        return joined(
            lines.map { line in
                let core = Array(line.dropLast(95)) + Array(#","p":"\#(previous.hex)""#.utf8)
                let whole = core + Array(#","x":"\#(LogHash(of: core).hex.prefix(16))"}"#.utf8)
                previous = LogHash.leaf(of: whole)
                return whole
            }
        )
    }

    /// A log whose sixth line, record 5, is another one, and everything fits.
    private static func forged(_ old: String, _ new: [UInt8]) throws -> [UInt8] {
        var lines = try Self.lines()
        let text = Array(old.utf8)
        let place = try #require(lines[5].indices.first { lines[5][$0...].starts(with: text) })
        lines[5].replaceSubrange(place..<place + text.count, with: new)
        return chained(lines)
    }

    private static func forged(_ old: String, _ new: String) throws -> [UInt8] { try forged(old, Array(new.utf8)) }

    private enum Answer: Equatable, Sendable {
        /// Not a log.
        case foreign
        /// Of a later version.
        case newer(String)
        /// A log of which not one record can be read: damaged.
        case unreadable
        /// A log of which this is said.
        case found([LogFinding.Class])
    }

    private static let inputs: [(name: String, bytes: @Sendable () throws -> [UInt8], answer: Answer)] = [
        ("nothing", { [] }, .foreign),
        ("one line feed", { [10] }, .foreign),
        ("a letter", { Array("Dear colleague,\nthe patient was\n".utf8) }, .foreign),
        ("another program's JSON lines", { Array(#"{"n":0,"level":"info"}"#.utf8) + [10] }, .foreign),
        ("a picture", { [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10] + [UInt8](repeating: 0, count: 70_000) }, .foreign),
        ("one line of 9 MB", { [UInt8](repeating: UInt8(ascii: "{"), count: 9_000_000) }, .foreign),
        ("nothing but line feeds", { [UInt8](repeating: 10, count: 2_000_000) }, .foreign),
        ("zeros", { [UInt8](repeating: 0, count: 3_000_000) }, .foreign),
        (
            "a later version",
            {
                Array(
                    String(decoding: joined(try lines()), as: UTF8.self).replacing("vigil-log/1", with: "vigil-log/7")
                        .utf8
                )
            },
            .newer("vigil-log/7")
        ),
        (
            "a huge line among the others",
            {
                var lines = try Self.lines()
                lines.insert([UInt8](repeating: UInt8(ascii: "a"), count: 5_000_000), at: 6)
                return joined(lines)
            }, .found([.damaged])
        ),
        (
            "a huge line that has a trailer",
            {
                var lines = try Self.lines()
                lines[5].insert(contentsOf: [UInt8](repeating: UInt8(ascii: "a"), count: 70_000), at: 200)
                return chained(lines)
            }, .found([.damaged])
        ),
        ("line ends of another system", { joined(try lines().map { $0 + [13] }) }, .unreadable),
        ("a byte order mark", { [0xEF, 0xBB, 0xBF] + joined(try lines()) }, .found([.damaged])),
        ("a key twice in the envelope", { try forged(#""e":4"#, #""e":4,"e":5"#) }, .found([.tampered])),
        (
            "keys in another order", { try forged(#""v":1,"a":"ab12:nurse""#, #""a":"ab12:nurse","v":1"#) },
            .found([.tampered])
        ),
        ("a record number past 2^53", { try forged(#"{"n":5"#, #"{"n":9007199254740993"#) }, .found([.tampered])),
        ("a number with twenty digits", { try forged(#""e":4"#, #""e":12345678901234567890"#) }, .found([.tampered])),
        ("an event number past 2^53", { try forged(#""e":4"#, #""e":9007199254740993"#) }, .found([.tampered])),
        ("a version past 2^53", { try forged(#""v":1"#, #""v":9007199254740993"#) }, .found([.tampered])),
        ("a negative number", { try forged(#""e":4"#, #""e":-4"#) }, .found([.tampered])),
        ("a number with a leading zero", { try forged(#""e":4"#, #""e":04"#) }, .found([.tampered])),
        (
            "a record number far ahead", { try forged(#"{"n":5"#, #"{"n":9007199254740992"#) },
            .found([.damaged, .forked])
        ),
        (
            "a claim that later records were on disk", { try forged(#""d":3"#, #""d":9000000000000000"#) },
            .found([.tampered])
        ),
        ("a 13th month", { try forged("-08-", "-13-") }, .found([.tampered])),
        ("invalid UTF-8 in the author", { try forged("ab12:nurse", [0xFF, 0xFE]) }, .found([])),
        ("invalid UTF-8 in a body", { try forged("heartRate", [0xC3, 0x28]) }, .found([])),
        (
            "a key twice in a body", { try forged(#"{"heartRatePerMin""#, #"{"note":"x","heartRatePerMin""#) },
            .found([])
        ),
    ]

    @Test(arguments: inputs.indices) func `gets a clear answer and stays as it is`(_ index: Int) throws {
        let (name, make, answer) = Self.inputs[index]
        let bytes = try make()
        let disk = FaultyDisk()
        disk.place(Self.path, bytes)
        let reader = LogReader(disk: disk)
        func check(_ ask: () throws(LogError) -> [LogFinding]) {
            do throws(LogError) {
                let findings = try ask()
                let kinds = findings.map(\.kind)
                #expect(answer == (answer == .unreadable && kinds == [.damaged] ? answer : .found(kinds)), "\(name)")
            } catch {
                #expect(
                    error.description.contains(Self.path) && error.description.contains("left untouched"),
                    "\(name)"
                )
                switch error {
                case .foreign: #expect(answer == .foreign, "\(name): \(error)")
                case .damaged: #expect(answer == .unreadable, "\(name): \(error)")
                case .newerFormat(_, let format): #expect(answer == .newer(format), "\(name): \(error)")
                case .disk, .failed, .closed, .ended, .inUse, .missing, .existing, .unwritable, .recordTooLarge:
                    Issue.record("\(name): \(error)")
                }
            }
        }
        check { () throws(LogError) in try reader.read(Self.location).findings }
        check { () throws(LogError) in try reader.verify(Self.location).findings }
        #expect(disk.contents(Self.path) == bytes, "\(name): reading changes nothing")
        let opened = try? LogFixture.open(on: disk)
        if case .found = answer {
            try opened?.writer.append([LogFixture.draft(70)])
            opened?.writer.close()
            let kept = disk.files.compactMap { disk.contents($0) }
            #expect(kept.contains { $0.starts(with: bytes.prefix(400)) }, "\(name): no good line is lost")
            if opened != nil {
                #expect(try reader.read(Self.location).readable.contains { $0.event == 70 }, "\(name): it goes on")
            }
        } else {
            #expect(opened == nil && disk.contents(Self.path) == bytes, "\(name): it is not opened for writing")
        }
    }
}
