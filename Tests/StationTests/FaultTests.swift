import Journal
import Screens
import Session
import Station
import TestSupport
import Testing

@Suite struct `A fault` {
    @Test func `of the disk is told and rung on every console, and the entry stays`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        var bench = StationBench(script)
        let consoles = [bench.attach(1), bench.attach(2)]
        bench.give(.recordNote("calm", observedAtMicros: nil))
        bench.handle(.mail(.sessions(.failing(session: "s", reason: "fdatasync: Input/output error"))))
        for console in consoles { #expect(bench.picture(console).contains("NOT RECORDING DURABLY")) }
        #expect(bench.rings == consoles)
        let stay = try #require(bench.stay())
        #expect(stay.isFailing)
        #expect(stay.decided.entries.last?.body == .noteRecorded("calm"))
        #expect(stay.durableCount == stay.decided.nextNumber - 1)
    }

    @Test func `of the disk is over when everything is on disk`() throws {
        var bench = StationBench(try SessionScript())
        bench.give(.recordNote("calm", observedAtMicros: nil))
        bench.handle(.mail(.sessions(.failing(session: "s", reason: "no space"))))
        #expect(bench.station.failing == ["s"])
        bench.saveAll()
        #expect(bench.station.failing.isEmpty)
        #expect(bench.station.ward.faults.isEmpty)
    }

    @Test func `of the disk that is not mended names whose entries go with the station`() throws {
        var bench = StationBench(try SessionScript())
        let console = bench.attach(1)
        bench.handle(.mail(.stop))
        #expect(bench.ends == [console: "The station was ended."])

        bench.give(.recordNote("calm", observedAtMicros: nil))
        bench.handle(.mail(.sessions(.failing(session: "s", reason: "no space"))))
        bench.handle(.mail(.stop))

        let name = try #require(bench.stay()?.decided.patient?.name)
        let said = "The station was ended. NOT SAVED: \(name) 1 entry. Chart it again from paper."
        #expect(bench.ends == [console: said])
    }

    @Test func `of the home is told before a patient is checked in, until it is mended`() {
        var bench = StationBench()
        let console = bench.attach(1)
        let problem = StationError(what: "alive: write: No space left on device", cure: "free space")
        bench.handle(.mail(.journal(.heartbeat(problem))))
        #expect(bench.picture(console).contains("NOTHING CAN BE SAVED"))
        #expect(bench.rings == [console])
        bench.handle(.mail(.journal(.heartbeat(problem))))
        #expect(bench.rings == [console], "the same fault rings once")
        bench.handle(.mail(.journal(.heartbeat(nil))))
        #expect(!bench.picture(console).contains("NOTHING CAN BE SAVED"))
    }

    @Test func `of time is recorded in every live session, and asks what the pump says`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        var bench = StationBench(script)
        let console = bench.attach(1)
        let from = bench.now.utcMicros - 5 * Micros.perMinute
        bench.handle(.wasOff(fromUTCMicros: from))
        let stay = try #require(bench.stay())
        #expect(
            stay.decided.entries.last?.body == .stationWasOff(fromUTCMicros: from, toUTCMicros: bench.now.utcMicros)
        )
        #expect(bench.picture(console).contains("STATION WAS OFF"))
        #expect(bench.picture(console).contains("Still infusing? i at 1"), "the banner names the key whole")
        bench.wait(seconds: 3600)
        #expect(!bench.station.ward.faults.isEmpty, "a chair that infuses has not been asked")
        bench.give(.readVolume(volumeNanoliters: 5_000_000, stillInfuses: true))
        bench.wait(seconds: 1)
        #expect(bench.station.ward.faults.isEmpty)
    }

    @Test func `of time says nothing where nobody is`() {
        var bench = StationBench()
        bench.handle(.wasOff(fromUTCMicros: bench.now.utcMicros - Micros.perHour))
        #expect(bench.station.ward.faults.isEmpty)
    }
}
