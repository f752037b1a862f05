import Screens
import Session
import TestSupport
import Testing

@Suite struct `The time-out form` {
    @Test func `names what the screening found, so that both persons know it`() throws {
        var session = try Standing.screening.script()
        let found = ItemAnswer(item: "medicines", answer: .yes, remark: "moclobemide")
        try session.give(.answerScreening([found]))
        let script = FormScript(.timeout, session)
        #expect(script.text(100, 30).contains("Sedatives, opioids, stimulants or MAOI today: yes (moclobemide)"))
    }
}
