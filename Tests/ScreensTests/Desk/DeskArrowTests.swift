import Canvas
import Screens
import Testing

@Suite struct `An arrow on the Board` {
    /// At 80 columns the tiles stand in two columns: C1 C2, C3 C4, and so on; where there is none, nothing moves.
    @Test(arguments: [
        (Character("1"), Key.down, "C3"), ("1", .right, "C2"), ("2", .down, "C4"), ("4", .up, "C2"), ("4", .left, "C3"),
        ("1", .up, "C1"), ("3", .up, "C1"), ("5", .down, "C7"), ("6", .up, "C4"),
    ])
    func `goes to the tile that stands there`(from: Character, key: Key, to: String) throws {
        var station = PretendStation(try SampleWard.full())
        station.press(.character(from))
        station.wait(millis: 2000)
        station.press(key)
        #expect(station.screen().contains("▸ \(to)"), "\(station.screen())")
    }
}
