import Session
import TestSupport
import Testing

@Suite struct `What the infusion is watched by` {
    private func infusing() throws -> SessionScript {
        var script = try SessionScript()
        try script.startInfusing()
        return script
    }

    @Test(arguments: [
        // Minutes after the start, and what is overdue there: ten minutes and ten more.
        (20, Parameter?.none), (21, .systolicMmHg), (35, .systolicMmHg),
    ])
    func `is overdue by its age, from the start on`(minutes: Int, parameter: Parameter?) throws {
        var script = try infusing()
        script.wait(minutes: minutes)
        #expect(script.session.overdue(at: script.now)?.parameter == parameter)
        #expect((script.session.vitalsDue(at: script.now)?.state == .overdue) == (parameter != nil))
    }

    @Test func `is overdue where one value alone was never taken again`() throws {
        var script = try infusing()
        for _ in 0..<3 {
            script.wait(minutes: 8)
            let bare = Vitals([.systolicMmHg: .value(124), .diastolicMmHg: .value(78), .moaas: .value(5)])
            try script.give(.recordVitals(bare, observedAtMicros: nil))
        }
        let overdue = try #require(script.session.overdue(at: script.now))
        #expect(overdue.parameter == .spo2Percent && overdue.ageMicros == 24 * Micros.perMinute)
        try script.give(.recordVitals(Vitals([.spo2Percent: .value(97)]), observedAtMicros: nil))
        #expect(script.session.overdue(at: script.now) == nil)
    }

    @Test(arguments: [Reading.notDone(reason: "asleep"), .unmeasurable(.noReading)])
    func `is not renewed by what was not measured`(reading: Reading) throws {
        var script = try infusing()
        script.wait(minutes: 21)
        var vitals = sampleVitals()
        vitals[.spo2Percent] = reading
        try script.give(.recordVitals(vitals, observedAtMicros: nil))
        #expect(script.session.overdue(at: script.now)?.parameter == .spo2Percent)
    }

    @Test func `keeps the interval of dosing when the dose ends or stands`() throws {
        var script = try infusing()
        script.wait(minutes: 9)
        try script.give(.recordVitals(sampleVitals(), observedAtMicros: nil))
        script.wait(minutes: 1)
        try script.give(.pause(nil))
        script.wait(minutes: 20)
        #expect(script.session.overdue(at: script.now) != nil, "a pause is no rest from watching")
        try script.give(.stop(.completed, observedAtMicros: nil))
        #expect(script.session.overdue(at: script.now) != nil, "nor is the end of the dose")
    }
}
