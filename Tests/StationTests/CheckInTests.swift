import Journal
import Screens
import Session
import Station
import TestSupport
import Testing

@Suite struct `A check-in` {
    @Test func `puts nobody on the Board before the log is on disk`() {
        var bench = StationBench()
        bench.open(samplePatient(), chair: "1")
        #expect(bench.station.ward.stays.isEmpty)
        #expect(bench.opened.count == 1)
        bench.saveAll()
        #expect(bench.station.ward.stays.map(\.durableCount) == [1])
    }

    @Test func `puts nobody on the Board when the log could not be made`() throws {
        var bench = StationBench()
        bench.open(samplePatient(), chair: "1")
        let id = try #require(bench.opened.first).id.text
        bench.handle(.mail(.sessions(.openFailed(session: id, reason: "the disk is full: free space"))))
        #expect(bench.station.ward.stays.isEmpty)
        bench.open(samplePatient(), chair: "1")
        #expect(bench.opened.count == 2, "the chair and the number are free again")
    }

    @Test func `that failed takes its temporary number with it`() throws {
        var bench = StationBench()
        bench.open(samplePatient(mrn: "TEMP-1"), chair: "1")
        #expect(bench.opened.first?.session.opening?.ordinal == 1)
        bench.handle(
            .mail(.sessions(.openFailed(session: try #require(bench.opened.first).id.text, reason: "the disk is full")))
        )
        bench.open(samplePatient(mrn: "TEMP-1"), chair: "1")
        #expect(bench.opened.count == 1)
        bench.open(samplePatient(mrn: "TEMP-2"), chair: "1")
        #expect(bench.opened.last?.session.opening?.ordinal == 2)
    }

    @Test(arguments: [("100234", "2"), ("555", "1"), ("555", "9")])
    func `refuses a number or a chair that is taken, and a chair that is not there`(mrn: String, chair: String) {
        var bench = StationBench()
        bench.open(samplePatient(mrn: "100234"), chair: "1")
        bench.open(samplePatient(name: "Other, Bea", mrn: mrn), chair: chair)
        #expect(bench.opened.count == 1)
    }

    @Test func `gives sessions that open in the same second different ids`() {
        var bench = StationBench()
        for number in 1...3 { bench.open(samplePatient(mrn: "\(number)"), chair: "\(number)") }
        #expect(Set(bench.opened.map(\.id)).count == 3)
    }

    @Test func `marks every patient of a simulated station`() throws {
        var bench = StationBench()
        bench.station = Station(facts: simulated(bench.station.facts), at: bench.now, seed: 1)
        bench.open(samplePatient(), chair: "1")
        #expect(try #require(bench.opened.first).session.opening?.isSimulated == true)
    }

    @Test func `carries the station's zone, as it is for two days around`() throws {
        var bench = StationBench()
        let hour = 3600 * Micros.perSecond
        let changes = [-40, -10, 20, 40].map { day in
            ZoneOffsets.Transition(
                fromUTCMicros: bench.now.utcMicros + day * hour,
                offsetSeconds: day == -10 ? 7200 : Int(day) * 60
            )
        }
        var facts = bench.station.facts
        facts.zone = ZoneOffsets(transitions: changes)
        facts.zoneName = "Europe/Berlin"
        bench.station = Station(facts: facts, at: bench.now, seed: 1)
        bench.open(samplePatient(), chair: "1")
        let zone = try #require(bench.opened.first?.session.opening?.zone)
        #expect(zone.name == "Europe/Berlin")
        #expect(zone.offsets.transitions.map(\.offsetSeconds) == [-2400, 7200, 1200])
        for hours in [-24, -11, -9, 0, 19, 21, 24] as [Int64] {
            let instant = bench.now.utcMicros + hours * hour
            #expect(zone.offsets.offsetSeconds(atUTC: instant) == facts.zone.offsetSeconds(atUTC: instant))
        }
    }

    private func simulated(_ facts: StationFacts) -> StationFacts {
        var facts = facts
        facts.isSimulated = true
        return facts
    }
}
