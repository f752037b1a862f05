import EventLog
import Glibc
import Journal
import Screens
import Session
import Station
import TestSupport
import Testing

/// What a station writes down about its logs, and what it says when they are not as it wrote them.
@Suite struct `A station that keeps evidence` {
    private func home(_ bench: LoopBench) -> JournalHome { JournalHome(path: bench.home.path, disk: SystemDisk()) }

    private func fault(_ headline: String, _ bench: LoopBench) -> Fault? {
        bench.loop.station.ward.faults.first { $0.headline == headline }
    }

    private func closeSession(_ bench: LoopBench) throws -> SessionID {
        let id = try bench.checkIn()
        bench.give(.cancel(Reason(code: "noShow", text: "did not come")), to: id)
        bench.give(.close, to: id)
        #expect(bench.turn { bench.loop.station.session(id) == nil })
        return try #require(SessionID(text: id))
    }

    private func rewrite(_ path: String, _ change: (inout [UInt8]) -> Void) throws {
        var bytes = try SystemDisk().readWhole(path)
        change(&bytes)
        chmod(path, 0o600)
        let file = try SystemDisk().open(path, for: .updating)
        try SystemDisk().truncate(file, to: 0)
        _ = try bytes.withUnsafeBytes { try SystemDisk().write(file, $0, at: 0) }
        SystemDisk().close(file)
    }

    @Test func `seals every session at its close, with its own key, and writes the seal down`() throws {
        let bench = try LoopBench()
        let id = try closeSession(bench)
        let log = home(bench).log(of: id)
        #expect(bench.turn { access(log.sealPath, F_OK) == 0 })
        _ = bench.loop.end()

        let knowledge = try StationKnowledge.read(home(bench))
        let sealed = try #require(knowledge.sealed[id.text])
        let verification = try LogReader(disk: SystemDisk()).verify(log)
        #expect(sealed.root == verification.root && sealed.size == verification.lineCount)
        let key = try #require(try StationKey.readVerifier(in: home(bench).keysPath, disk: SystemDisk()))
        #expect(knowledge.keys == [key.description])
        let auditor = try LogAuditor(home: home(bench), disk: SystemDisk(), trusted: [key])
        for entry in try auditor.auditAll(in: home(bench)) {
            #expect(try entry.result.get().outcome == .anchored, "\(entry.path)")
        }
    }

    @Test func `says at which chair an entry was cut off that was being saved at the stop`() throws {
        let bench = try LoopBench()
        let id = try bench.checkIn()
        bench.give(.recordNote("saved", observedAtMicros: nil), to: id)
        #expect(bench.turn { !bench.loop.station.isSaving })
        bench.loop.beat()
        _ = bench.loop.end()
        let path = home(bench).log(of: try #require(SessionID(text: id))).segmentPath(1)
        try rewrite(path) { $0 += Array(#"{"n":9,"e":8,"k":"note.recorded","t":"2026-"#.utf8) }

        let again = try bench.restarted(afterSeconds: 5)

        let said = try #require(fault("ENTRY CUT OFF", again))
        #expect(!said.isGrave && said.detail.hasPrefix("C1 Sample, Ada: "), "\(said)")
        #expect(again.loop.station.session(id)?.entries.last?.body == .noteRecorded("saved"))
        #expect(fault("RECORD DAMAGED", again) == nil)
        again.wait(seconds: 601)
        #expect(again.turn { fault("ENTRY CUT OFF", again) == nil })
    }

    @Test func `shows a session whose log was shortened while it was off, as lost entries, and goes on`() throws {
        let bench = try LoopBench()
        let id = try bench.checkIn()
        for number in 1...6 {
            bench.give(.recordNote("note \(number)", observedAtMicros: nil), to: id)
            #expect(bench.turn { !bench.loop.station.isSaving })
        }
        bench.loop.beat()
        _ = bench.loop.end()
        let session = try #require(SessionID(text: id))
        let path = home(bench).log(of: session).segmentPath(1)
        try rewrite(path) { bytes in
            let lines = bytes.split(separator: UInt8(ascii: "\n"))
            bytes = Array(lines.dropLast(3).joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
        }

        let again = try bench.restarted(afterSeconds: 5)

        let found = try #require(again.loop.station.session(id))
        #expect(found.entries.filter { $0.body == .entryLost }.map(\.number) == [4, 5, 6])
        let banner = try #require(fault("RECORD DAMAGED", again))
        #expect(banner.isGrave && banner.detail.contains("3 entries are lost"), "\(banner.detail)")
        again.give(.recordNote("after", observedAtMicros: nil), to: id)
        #expect(again.turn { !again.loop.station.isSaving })
        #expect(again.loop.station.session(id)?.entries.last?.body == .noteRecorded("after"))
        _ = again.loop.end()
        let journal = try LogReader(disk: SystemDisk()).read(home(bench).stationLog)
        #expect(journal.records.contains { $0.kind == "damage.found" })
    }

    @Test func `learns of an addendum that was made while it runs`() throws {
        let bench = try LoopBench()
        let id = try closeSession(bench)
        #expect(bench.turn { access(home(bench).log(of: id).sealPath, F_OK) == 0 })
        _ = try AddendumLog.add(
            "Called",
            about: nil,
            to: id,
            by: LoopBench.nurse,
            at: bench.clock.now(),
            in: home(bench),
            names: StationNames(station: "Ward 3", writer: "test")
        )
        #expect(try AddendumMark.all(in: home(bench)) == [id])

        bench.loop.beat()

        #expect(bench.turn { (try? AddendumMark.all(in: home(bench)))?.isEmpty == true })
        let name = StationKnowledge.addendumName(of: id.text)
        #expect(try StationKnowledge.read(home(bench)).heads[name]?.event == 0)
    }

    @Test func `says that somebody of the staff cannot be read`() throws {
        let bench = try LoopBench()
        bench.loop.beat()
        _ = bench.loop.end()
        let path = home(bench).staffLog.segmentPath(1)
        try rewrite(path) { bytes in
            let feed = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? 0
            bytes[feed + 40] ^= 1
        }

        let again = try bench.restarted(afterSeconds: 5)

        #expect(fault("STAFF LOG DAMAGED", again)?.isGrave == true)
        _ = again.loop.end()
        let journal = try LogReader(disk: SystemDisk()).read(home(bench).stationLog)
        #expect(journal.records.contains { $0.kind == "damage.found" })
        #expect(journal.records.contains { $0.kind == "fault.raised" })
    }

    @Test func `shows its patients although the attachments are gone`() throws {
        let bench = try LoopBench()
        let id = try bench.checkIn()
        bench.loop.beat()
        _ = bench.loop.end()
        #expect(rename("\(bench.home.path)/blobs", "\(bench.home.path)/elsewhere") == 0)

        let again = try bench.restarted(afterSeconds: 5)

        #expect(again.loop.station.session(id) != nil)
        #expect(again.loop.station.ward.faults.isEmpty)
    }

    @Test func `says that it signs with another key than before`() throws {
        let bench = try LoopBench()
        bench.loop.beat()
        _ = bench.loop.end()
        unlink(StationKey.privatePath(in: home(bench).keysPath))

        let again = try bench.restarted(afterSeconds: 5)

        #expect(fault("STATION KEY CHANGED", again)?.detail.contains("vigil verify") == true)
        let third = try again.restarted(afterSeconds: 5)
        #expect(fault("STATION KEY CHANGED", third) == nil)
    }

    @Test func `says which session is missing`() throws {
        let bench = try LoopBench()
        let id = try bench.checkIn()
        bench.loop.beat()
        _ = bench.loop.end()
        let session = try #require(SessionID(text: id))
        unlink(home(bench).log(of: session).segmentPath(1))
        rmdir(home(bench).log(of: session).directory)

        let again = try bench.restarted(afterSeconds: 5)

        #expect(fault("SESSION NOT OPENED", again)?.detail.contains(id) == true)
    }

    @Test func `says which sealed session is not as it was`() throws {
        let bench = try LoopBench()
        let id = try closeSession(bench)
        #expect(bench.turn { access(home(bench).log(of: id).sealPath, F_OK) == 0 })
        _ = bench.loop.end()
        try rewrite(home(bench).log(of: id).segmentPath(1)) { $0.removeLast(10) }

        let again = try bench.restarted(afterSeconds: 5)

        #expect(again.turn { fault("RECORDS MISSING OR ALTERED", again) != nil })
        #expect(fault("RECORDS MISSING OR ALTERED", again)?.detail.contains(id.text) == true)
    }

    @Test func `seals at its start what it had no time to seal`() throws {
        let bench = try LoopBench()
        let id = try closeSession(bench)
        _ = bench.loop.end()
        unlink(home(bench).log(of: id).sealPath)

        let again = try bench.restarted(afterSeconds: 5)

        #expect(again.turn { access(home(bench).log(of: id).sealPath, F_OK) == 0 })
    }

    @Test func `says that its own journal was cut`() throws {
        let bench = try LoopBench()
        _ = try closeSession(bench)
        _ = bench.loop.end()
        try rewrite(home(bench).stationLog.segmentPath(1)) { bytes in
            let lines = bytes.split(separator: UInt8(ascii: "\n"))
            bytes = Array(lines.dropLast(2).joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
        }

        let again = try bench.restarted(afterSeconds: 5)

        #expect(fault("STATION JOURNAL ALTERED", again)?.detail.contains("its end was taken away") == true)
    }

    @Test func `does not sign with a key that others can read, and says so`() throws {
        let bench = try LoopBench()
        _ = bench.loop.end()
        chmod(StationKey.privatePath(in: home(bench).keysPath), 0o644)

        let again = try bench.restarted(afterSeconds: 5)

        #expect(fault("STATION KEY CANNOT BE USED", again)?.detail.contains("chmod 600") == true)
        let id = try closeSession(again)
        #expect(again.loop.end() == 0)
        #expect(access(home(again).log(of: id).sealPath, F_OK) != 0, "the next start with a good key seals it")
    }
}

@Suite struct `A clock that is set` {
    @Test(arguments: [(-3_600_000_000 as Int64, "60 min back"), (45_000_000, "45 s forward")])
    func `is said and written down, and changes no order`(micros: Int64, words: String) throws {
        var script = try SessionScript()
        try script.startInfusing()
        var bench = StationBench(script)
        let console = bench.attach(1)
        let before = try #require(bench.station.moment(of: "s"))

        bench.now.utcMicros += micros
        bench.handle(.clockStepped(micros: micros))

        #expect(bench.picture(console).contains("CLOCK WAS SET: \(words)"), "\(bench.picture(console))")
        #expect(bench.noted.contains(.clockStepped(stepMicros: micros)))
        #expect(bench.station.moment(of: "s")?.sessionMicros == before.sessionMicros, "timers follow the boot clock")
        bench.give(.recordNote("after", observedAtMicros: nil))
        #expect(bench.stay()?.decided.entries.last?.body == .noteRecorded("after"))
        bench.wait(seconds: 601)
        #expect(!bench.picture(console).contains("CLOCK WAS SET"))
    }
}

@Suite struct `A disk that is nearly full` {
    @Test func `is said on every console until there is room again`() {
        var bench = StationBench()
        let consoles = [bench.attach(1), bench.attach(2)]
        bench.handle(.mail(.sessions(.space(isLow: true))))
        for console in consoles { #expect(bench.picture(console).contains("DISK NEARLY FULL")) }
        #expect(bench.rings == consoles)
        bench.handle(.mail(.sessions(.space(isLow: false))))
        for console in consoles { #expect(!bench.picture(console).contains("DISK NEARLY FULL")) }
    }
}
