import EventLog
import Glibc
import Journal
import Screens
import Session
import Station
import TestSupport
import Testing

@Suite struct `A disk that fails` {
    private func isFaulty(_ bench: LoopBench) -> Bool {
        bench.loop.station.ward.faults.contains { $0.headline == "NOT RECORDING DURABLY" }
    }

    @Test func `checks nobody in while it is full, and anybody when there is space again`() throws {
        let disk = FaultyDisk()
        let bench = try LoopBench(disk: disk)
        disk.setFaults(DiskFaults(spaceLimit: 0))
        let choice = try #require(bench.loop.station.facts.protocols.first)
        let opening = Opening(
            patient: samplePatient(),
            chair: "C1",
            protocolID: choice.rules.id,
            protocolVersion: choice.rules.version,
            protocolSHA256: choice.sha256
        )
        bench.loop.perform(.open(opening, by: LoopBench.nurse))
        #expect(bench.loop.station.isSaving)
        #expect(bench.turn { !bench.loop.station.isSaving })
        #expect(bench.loop.station.sessions.isEmpty)
        disk.setFaults(DiskFaults())
        _ = try bench.checkIn()
    }

    @Test func `that is full takes a patient from its reserve, and says that space is low`() throws {
        let disk = FaultyDisk()
        let bench = try LoopBench(disk: disk)
        // Nothing fits any more unless the reserve is given up.
        disk.setFaults(DiskFaults(spaceLimit: Ballast.byteCount + 1))

        _ = try bench.checkIn()

        #expect(bench.turn { bench.loop.station.ward.faults.contains { $0.headline == "DISK NEARLY FULL" } })
        #expect(disk.contents(bench.home.path + "/reserve.bin")?.isEmpty == true)
    }

    @Test func `keeps what it could not save, and saves it when there is space again`() throws {
        let disk = FaultyDisk()
        let bench = try LoopBench(disk: disk)
        let id = try bench.checkIn()
        disk.setFaults(DiskFaults(spaceLimit: 0))
        // More than the space a log has reserved for itself.
        for number in 0..<400 {
            let note = String(repeating: "note \(number) ", count: 100)
            bench.give(.recordNote(note, observedAtMicros: nil), to: id)
        }
        #expect(bench.turn { isFaulty(bench) })
        let stay = try #require(bench.loop.station.ward.stay(id))
        #expect(stay.isFailing)
        #expect(stay.durableCount < 401)
        #expect(stay.decided.nextNumber == 401)
        disk.setFaults(DiskFaults())
        bench.loop.beat()
        #expect(bench.turn { !isFaulty(bench) })
        #expect(bench.turn { bench.loop.station.durableCount(of: id) == 401 })
    }

    @Test func `takes corrections of entries that are not saved yet, and saves both`() throws {
        let disk = FaultyDisk()
        let bench = try LoopBench(disk: disk)
        let id = try bench.checkIn()
        disk.setFaults(DiskFaults(lostPrefix: "/"))
        bench.give(.recordNote("calm", observedAtMicros: nil), to: id)
        #expect(bench.turn { isFaulty(bench) })
        bench.give(
            .amend(target: 1, replacement: .noteRecorded("anxious"), reason: Reason(code: "typo", text: "mistyped")),
            to: id
        )
        let stay = try #require(bench.loop.station.ward.stay(id))
        #expect(stay.isFailing && stay.durableCount == 1)
        #expect(stay.decided.entry(1).body == .noteRecorded("anxious"))
        disk.setFaults(DiskFaults())
        bench.loop.beat()
        #expect(bench.turn { bench.loop.station.durableCount(of: id) == 3 })
        #expect(bench.turn { !isFaulty(bench) })
    }

    @Test func `goes on in a newly begun file after failed flushes`() throws {
        let disk = FaultyDisk()
        let bench = try LoopBench(disk: disk)
        let id = try bench.checkIn()
        disk.setFaults(DiskFaults(failingSyncs: Set(1...10_000)))
        bench.give(.recordNote("lost by the kernel", observedAtMicros: nil), to: id)
        #expect(bench.turn { isFaulty(bench) })
        disk.setFaults(DiskFaults())
        bench.loop.beat()
        #expect(bench.turn { !isFaulty(bench) })
        #expect(bench.loop.station.durableCount(of: id) == 2)
    }
}
