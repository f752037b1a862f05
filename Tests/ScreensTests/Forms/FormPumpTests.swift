import Screens
import Session
import TestSupport
import Testing

@Suite struct `A pump that stands` {
    private static func script(_ kind: FormKind, minutes: Int = 20) throws -> FormScript {
        var session = try Standing.dosing.script()
        session.wait(minutes: minutes)
        return FormScript(kind, session)
    }

    @Test(arguments: [FormKind.readVolume, .stationWasOff]) func `is recorded as paused since a time that is named`(
        kind: FormKind
    ) throws {
        var script = try Self.script(kind)
        let pause = script.type("n15|p-5|")
        let since = script.ward.nowUTCMicros - 5 * Micros.perMinute
        #expect(command(pause) == .pause(nil, observedAtMicros: since), "\(script.text())")
        let read = script.decide(pause)
        #expect(command(read) == .readVolume(volumeNanoliters: 15_000_000, stillInfuses: false))
        #expect(script.decide(read) == .putAside)
        let stay = script.ward.stays[0]
        #expect(stay.decided.phase == .paused)
        #expect(stay.decided.dose(at: stay.now)?.givenNanoliters == 15_000_000)
    }

    @Test func `is recorded as stopped early with its reason`() throws {
        var script = try Self.script(.readVolume)
        let reason = Reason(code: "distress", text: "Distress")
        #expect(command(script.type("n20|e2||")) == .stop(.early(reason), observedAtMicros: nil))
    }

    @Test(arguments: [("20", true), ("38.9", true), ("39", false), ("40", false), ("41.1", true)])
    func `is called complete with a question where its figure is not the dose`(reads: String, isAsked: Bool) throws {
        var script = try Self.script(.readVolume, minutes: 40)
        let step = script.type("n\(reads)|c||")
        #expect((command(step) == nil) == isAsked, "\(script.text())")
        if isAsked {
            #expect(script.text().contains("The pump says \(reads) mL of 40 mL: completed, or stopped early?"))
            #expect(command(script.type("y")) == .stop(.completed, observedAtMicros: nil))
        }
    }

    @Test(arguments: [(18, "c|||", true), (40, "c|||", false), (40, "c||20|", true), (18, "c||40|", false)])
    func `is asked about in a stop as well`(minutes: Int, keys: String, isAsked: Bool) throws {
        var script = try Self.script(.stop, minutes: minutes)
        let step = script.type(keys)
        #expect((command(step) == nil) == isAsked, "\(script.text())")
        #expect(script.text().contains("completed, or stopped early?") == isAsked)
    }
}

@Suite struct `A syringe that is not as its label says` {
    @Test func `is recorded, and holds the start`() throws {
        var script = FormScript(.drug, try Standing.screening.script())
        script.type("d|||50|3|100||")
        #expect(script.text().contains("the label says 1 mg/mL, vial and volumes come to 1.5 mg/mL: over 2 % apart"))
        let step = script.type("y")
        guard case .drawDrug(let container, _, _)? = command(step) else {
            Issue.record("it was not recorded: \(script.text())")
            return
        }
        #expect(container.fromVialNanoliters == 3_000_000)
        script.decide(step)
        let stay = script.ward.stays[0]
        let missing = stay.decided.needs(for: .start, at: stay.now).map(\.code)
        #expect(missing.contains("container.mixed"))
        #expect(stay.decided.openList.map(\.kind) == [.dilution])
    }

    @Test func `is taken without a question within what syringes measure`() throws {
        var script = FormScript(.drug, try Standing.screening.script())
        #expect(command(script.type("d|||10|5|49.5||")) != nil, "1 % apart is within the tolerance")
    }

    @Test func `is refused at the start beside a good one`() throws {
        var session = try Standing.ready.script()
        var wrong = sampleContainer()
        wrong.name = "B"
        wrong.fromVialNanoliters = 8_000_000
        try session.give(.drawDrug(wrong))
        var pump = samplePump()
        pump.container = "B"
        guard case .missing(_, let missing)? = session.refusal(of: .start(pump)) else {
            Issue.record("a start from a wrong mixture was taken")
            return
        }
        #expect(missing.map(\.code) == ["timeout", "container.dilution", "timeout.container"])
        // The time-out was taken before that container was drawn.
        try session.give(sampleTimeout(session.session, of: "A"))
        #expect(session.refusal(of: .start(samplePump())) == nil)
    }
}
