import Canvas
import Screens
import Session
import Testing

@Suite struct `Golden frames` {
    static let sizes = [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36), Size(columns: 200, rows: 60)]
    /// The chairs of the sample ward by what stands in them.
    static let phases: [(chair: Character, word: String)] = [
        ("1", "alarming"), ("3", "paused"), ("4", "observing"), ("5", "ready"), ("6", "screening"), ("7", "leaving"),
    ]

    private func desk(_ size: Size, typing: Bool = true) throws -> PretendStation {
        var station = PretendStation(try SampleWard.full(), typing: typing)
        station.desk.size = size
        return station
    }

    private func expect(_ station: PretendStation, _ name: String, _ size: Size) {
        let frame = station.desk.draw(size: size, in: Scene(ward: station.ward, surroundings: station.surroundings))
        GoldenFile(name: "\(name)-\(size.columns)x\(size.rows)").expect(frame)
    }

    @Test(arguments: sizes) func `of the Board`(size: Size) throws {
        expect(try desk(size), "board", size)
    }

    @Test(arguments: sizes) func `of the Board in ASCII`(size: Size) throws {
        var station = try desk(size)
        station.surroundings.glyphs = .ascii
        let frame = station.desk.draw(size: size, in: Scene(ward: station.ward, surroundings: station.surroundings))
        #expect(frame.cells.allSatisfy { $0.scalar < 0x80 })
        expect(station, "board-ascii", size)
    }

    @Test func `of an empty Board`() {
        let size = Size(columns: 80, rows: 24)
        expect(PretendStation(SampleWard.ward([], chairs: 4), typing: false), "board-empty", size)
    }

    @Test func `of a crowded Board on the smallest terminal`() throws {
        let size = Size(columns: 60, rows: 16)
        var station = try desk(size, typing: false)
        station.ward.faults = [
            Fault(headline: "NOT RECORDING DURABLY", detail: "disk full: free some space", isGrave: true),
            Fault(headline: "CLOCK NOT SYNCHRONISED", detail: "order is kept", isGrave: false),
        ]
        expect(station, "board-crowded", size)
    }

    @Test func `of a terminal that is too small`() throws {
        let size = Size(columns: 50, rows: 10)
        expect(try desk(size), "tiny", size)
    }

    @Test(arguments: sizes, phases.map(\.chair)) func `of the Session view`(size: Size, chair: Character) throws {
        var station = try desk(size)
        station.press(.character(chair))
        station.wait(millis: 1000)
        station.press(.enter)
        let word = Self.phases.first { $0.chair == chair }?.word ?? "?"
        expect(station, "session-\(word)", size)
    }

    @Test(arguments: sizes) func `of the Session view in ASCII`(size: Size) throws {
        var station = try desk(size)
        station.surroundings.glyphs = .ascii
        station.press(.enter)
        let frame = station.desk.draw(size: size, in: Scene(ward: station.ward, surroundings: station.surroundings))
        #expect(frame.cells.allSatisfy { $0.scalar < 0x80 })
        expect(station, "session-ascii", size)
    }

    @Test func `of an echo, a chosen entry and the help`() throws {
        let size = Size(columns: 120, rows: 36)
        var station = try desk(size)
        station.press(.character("2"))
        station.wait(millis: 1000)
        station.press(.enter)
        station.press(.character("p"))
        station.press(.up)
        station.press(.down)
        expect(station, "session-echo", size)
        station.press(.character("?"))
        expect(station, "help", size)
    }

    @Test func `of entries that are not on disk`() throws {
        let size = Size(columns: 120, rows: 36)
        var station = try desk(size)
        station.press(.character("2"))
        station.wait(millis: 1000)
        station.press(.enter)
        station.isDurable = false
        station.press(.character("p"))
        station.ward.stays[1].isFailing = true
        expect(station, "session-not-saved", size)
    }
}
