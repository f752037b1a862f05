import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `A weight that the running order is not for` {
    /// A patient weighed again ten minutes into the infusion; `alarming` where the set just taken raises one.
    private func stay(isAlarming: Bool) throws -> Stay {
        var script = try SessionScript(chair: "C1")
        try script.startInfusing()
        script.wait(minutes: 10)
        var opening = try #require(script.session.opening)
        opening.patient.weightGrams = 86_000
        let reason = Reason(code: "typo", text: "Typing error")
        try script.give(.amend(target: 0, replacement: .sessionOpened(opening), reason: reason))
        let vitals = isAlarming ? sampleVitals(190, 100, spo2: 84) : sampleVitals()
        try script.give(.recordVitals(vitals, observedAtMicros: nil))
        let session = script.session
        return Stay(decided: session, durableCount: session.entries.count, now: script.now)
    }

    private func screen(_ size: (Int, Int), chairs: Int, isAlarming: Bool, opens: Bool) throws -> String {
        let stay = try stay(isAlarming: isAlarming)
        let ward = Ward(
            chairs: (1...chairs).map { "C\($0)" },
            stays: [stay],
            protocols: [],
            nowUTCMicros: stay.now.utcMicros
        )
        let surroundings = Surroundings(zone: .utc, glyphs: .unicode, stationName: "Ward 3", staff: [FormScript.nurse])
        var desk = Desk()
        if opens { _ = desk.handle(.enter, in: Scene(ward: ward, surroundings: surroundings)) }
        let frame = desk.draw(
            size: Size(columns: size.0, rows: size.1),
            in: Scene(ward: ward, surroundings: surroundings)
        )
        return (0..<size.1).map(frame.row).joined(separator: "\n")
    }

    @Test(arguments: [(80, 24, 1), (80, 24, 4), (80, 24, 12), (60, 20, 12), (200, 60, 4)], [false, true])
    func `is flagged on a tile of any size, beside an alarm too`(size: (Int, Int, Int), isAlarming: Bool) throws {
        let text = try screen((size.0, size.1), chairs: size.2, isAlarming: isAlarming, opens: false)
        #expect(text.contains("WEIGHT"), "\(text)")
    }

    @Test(arguments: [(80, 24), (120, 36), (200, 60)], [false, true])
    func `is flagged in the session's panel with the key that mends it`(size: (Int, Int), isAlarming: Bool) throws {
        let text = try screen(size, chairs: 3, isAlarming: isAlarming, opens: true)
        #expect(text.contains("WEIGHT CORRECTED: order is for 80 kg"), "\(text)")
        #expect(isAlarming || text.contains("o WEIGHT CORRECTED"), "\(text)")
    }
}
