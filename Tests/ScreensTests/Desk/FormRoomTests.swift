import Canvas
import Screens
import Session
import Testing

@Suite struct `A form at a desk` {
    static let sizes = [(60, 16), (80, 24), (120, 36), (200, 60)]
    /// A line, a sheet of many rows for the chosen patient, and a sheet for nobody who is there yet.
    static let keys: [Character] = ["v", "s", "c"]

    @Test(arguments: sizes, keys)
    func `covers no patient on the Board`(size: (Int, Int), key: Character) throws {
        var station = PretendStation(try SampleWard.full())
        station.press(.character("2"))
        station.wait(millis: 2000)
        station.press(.character(key))
        let rows = station.screen(size.0, size.1).split(separator: "\n").dropFirst(2).joined(separator: "\n")
        for stay in station.ward.stays {
            // A long name is cut, and never its beginning.
            let name = try #require(stay.decided.patient?.name.split(separator: ",").first?.prefix(9))
            #expect(rows.contains(name), "\(name) at \(size.0)x\(size.1) under \(key)\n\(rows)")
        }
    }

    @Test func `stands beside the Session view where the screen is wide`() throws {
        var station = PretendStation(try SampleWard.full())
        station.press(.character("2"))
        station.wait(millis: 2000)
        station.press(.enter)
        station.press(.character("o"))
        let rows = station.screen(200, 60).split(separator: "\n").map(Array.init)
        let left = rows.map { String($0.prefix(100)) }.joined(separator: "\n")
        let right = rows.map { String($0.dropFirst(100)) }.joined(separator: "\n")
        #expect(left.contains("Entries") && left.contains("vitals"))
        #expect(right.contains("Order") && !left.contains("mg/kg:"))
    }

    @Test func `is all there is in the first run`() {
        var ward = SampleWard.ward([], chairs: 1)
        ward.isConfigured = false
        let station = PretendStation(ward, typing: false)
        for size in Self.sizes {
            #expect(!station.screen(size.0, size.1).contains("check a patient in"))
        }
    }
}
