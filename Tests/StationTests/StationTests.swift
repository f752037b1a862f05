import Screens
import Session
import Station
import TestSupport
import Testing

@Suite struct `A station` {
    @Test func `counts an entry as recorded only when it is on disk`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        var bench = StationBench(script)
        let before = try #require(bench.stay()).durableCount
        bench.give(.recordNote("calm", observedAtMicros: nil))
        let saving = try #require(bench.stay())
        #expect(saving.decided.nextNumber == before + 1)
        #expect(saving.durableCount == before)
        #expect(bench.station.isSaving)
        bench.saveAll()
        #expect(try #require(bench.stay()).durableCount == before + 1)
        #expect(!bench.station.isSaving)
    }

    @Test func `shows an entry of one console on the other`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        var bench = StationBench(script)
        let (first, second) = (bench.attach(1), bench.attach(2))
        _ = bench.picture(first)
        _ = bench.picture(second)
        #expect(!bench.station.mustDraw(second))
        bench.give(.recordVitals(sampleVitals(147, 91), observedAtMicros: nil), from: first)
        bench.saveAll()
        #expect(bench.station.mustDraw(second))
        #expect(bench.picture(first).contains("147/91"))
        #expect(bench.picture(second).contains("147/91"))
    }

    @Test func `keeps what is typed on one console from the other`() throws {
        var script = try SessionScript()
        try script.startInfusing()
        var bench = StationBench(script)
        let (first, second) = (bench.attach(1), bench.attach(2))
        let untouched = bench.picture(second)
        bench.press("?", at: first)
        #expect(bench.picture(first) != untouched)
        #expect(bench.picture(second) == untouched)
    }

    @Test func `is asked nothing by a console that only looks`() throws {
        var bench = StationBench(try SessionScript())
        let console = bench.attach(1)
        _ = bench.picture(console)
        #expect(!bench.station.mustDraw(console))
        bench.wait(seconds: 1)
        #expect(bench.station.mustDraw(console))
    }

    @Test func `refuses an author the staff log does not know`() throws {
        var bench = StationBench(try SessionScript())
        let stranger = Author.staff(id: "n999", role: .nurse)
        guard case .refused = bench.station.decide(.recordNote("x", observedAtMicros: nil), in: "s", by: stranger)
        else {
            Issue.record("a stranger's note was taken")
            return
        }
    }

    @Test func `refuses what does not fit into a record before it counts`() throws {
        var bench = StationBench(try SessionScript())
        let before = try #require(bench.stay()).decided.nextNumber
        let long = String(repeating: "long ", count: 20_000)
        guard
            case .refused = bench.station.decide(
                .recordNote(long, observedAtMicros: nil),
                in: "s",
                by: StationBench.author
            )
        else {
            Issue.record("a note of 100 kB was taken")
            return
        }
        #expect(try #require(bench.stay()).decided.nextNumber == before)
    }

    @Test func `refuses to move a patient to a chair that is taken`() throws {
        var bench = StationBench(try SessionScript())
        bench.open(samplePatient(name: "Other, Bea", mrn: "555"), chair: "2")
        bench.saveAll()
        bench.give(.move(chair: "2"))
        #expect(bench.stay()?.decided.chair == "1")
        bench.give(.move(chair: "3"))
        #expect(bench.stay()?.decided.chair == "3")
    }

    @Test(
        arguments: [([:], false), ([.birthYear: "1984"], false), ([.givenName: "ada"], true)]
            as [(NameAlert.Answers, Bool)]
    )
    func `starts a patient who could be taken for another only with what tells them apart`(
        answers: NameAlert.Answers,
        isTaken: Bool
    ) throws {
        var script = try SessionScript()
        try script.prepareToStart()
        var bench = StationBench(script)
        bench.open(samplePatient(name: "Sample, Bea", mrn: "555"), chair: "2")
        bench.saveAll()
        bench.give(.start(samplePump(), answers: answers))
        #expect((bench.stay()?.decided.phase == .dosing) == isTaken)
    }

    @Test func `lets a session go when its closing is on disk`() throws {
        var script = try SessionScript()
        try script.leave()
        try script.give(
            .wasteDrug(DrugWaste(container: "A", volumeNanoliters: 10_000_000, method: "sink", witness: "Okafor"))
        )
        var bench = StationBench(script)
        bench.give(.close)
        #expect(bench.stay()?.decided.phase == .closed)
        bench.saveAll()
        #expect(bench.stay() == nil)
    }
}
