import Canvas
import Screens
import Session
import TestSupport
import Testing

@Suite struct `What was entered on another day` {
    @Test func `shows its date in the list of entries and in the flowsheet, today's does not`() throws {
        var station = PretendStation(try SampleWard.full())
        station.press(.character("1"))
        station.wait(millis: 2000)
        station.press(.enter)
        let today = station.screen(200, 60)
        #expect(!today.contains("21 Nov"))
        station.wait(millis: 24 * 3_600_000)
        let tomorrow = station.screen(200, 60)
        #expect(tomorrow.contains("21 Nov"), "\(tomorrow)")
        let heads = tomorrow.split(separator: "\n").filter { $0.contains("21 Nov") }
        #expect(heads.count > 2, "\(tomorrow)")
    }

    @Test func `shows the time of a late entry when it is saved`() throws {
        var station = PretendStation(try SampleWard.full())
        station.press(.character("1"))
        station.wait(millis: 2000)
        station.press(.enter)
        for character in "nslept @-1" { station.press(.character(character)) }
        station.press(.enter)
        #expect(station.screen(200, 60).contains(/saved .* at \d\d:\d\d slept/), "\(station.screen(200, 60))")
    }
}
