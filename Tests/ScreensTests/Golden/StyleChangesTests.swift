import Canvas
import Screens
import Session
import TestSupport
import Testing

/// What a terminal is sent for a whole frame is mostly changes of colour, some forty bytes each in 24-bit.
@Suite struct `The style changes of a whole frame` {
    /// Counts them as a console draws: a blank takes over the style before it where its background is the same.
    private func count(_ frame: Frame) -> Int {
        var count = 0
        var last: Style?
        for cell in frame.cells where !cell.isContinuation {
            if cell.text == " ", let last, isPlain(last), isPlain(cell.style) { continue }
            if cell.style != last { count += 1 }
            last = cell.style
        }
        return count
    }

    private func isPlain(_ style: Style) -> Bool {
        style.emphasis.isDisjoint(with: [.reverse, .underline])
            && ![.bar, .key, .selection, .alarmHigh, .alarmMedium, .alarmLow, .fault, .simulated].contains(style.role)
    }

    @Test func `are few on the largest Board`() throws {
        let size = Size(columns: 200, rows: 60)
        let station = PretendStation(try SampleWard.full())
        let frame = station.desk.draw(size: size, in: Scene(ward: station.ward, surroundings: station.surroundings))
        #expect(count(frame) <= 560)
    }
}
