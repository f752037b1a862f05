import Canvas
import Session

/// A few columns of readings beside their newest figure: one half-column a reading, newest right.
///
/// The height means the same for every patient, because the range is the parameter's own. A reading that is missing,
/// and a long time without one, leaves a gap; readings are never joined.
struct Sparkline {
    var parameter: Parameter
    var sets: ByTime<VitalsSet>
    /// A time without a reading longer than this leaves a gap.
    var gapMicros: Int64

    /// Draws the newest readings over `width` cells, ending at the right.
    func draw(into frame: inout Frame, x: Int, y: Int, width: Int, _ glyphs: Glyphs) {
        let perColumn = glyphs == .unicode ? 2 : 1
        let levels = levels(limit: width * perColumn)
        let style = Style(parameter.laneRole)
        for column in 0..<max(0, width) {
            let left = levels.count - (width - column) * perColumn
            let first = levels.indices.contains(left) ? levels[left] : 0
            let second = levels.indices.contains(left + 1) ? levels[left + 1] : 0
            switch glyphs {
            case .unicode:
                let bits = Self.leftBars[first] | Self.rightBars[second]
                if bits != 0, let scalar = Unicode.Scalar(0x2800 + bits) {
                    frame[x + column, y] = Cell(scalar, style: style)
                }
            case .ascii: frame[x + column, y] = Cell(Self.asciiBars[first], style: style)
            }
        }
    }

    /// The newest readings as heights 1 to 4, 0 for a gap, at most `limit` of them.
    private func levels(limit: Int) -> [Int] {
        var levels: [Int] = []
        let range = parameter.plotRange
        var later: Int64?
        for set in sets.reversed() where levels.count < limit {
            guard let reading = set.vitals[parameter] else { continue }
            if let later, later - set.observedSessionMicros > gapMicros { levels.append(0) }
            later = set.observedSessionMicros
            levels.append(reading.value.map { Self.level($0, in: range) } ?? 0)
        }
        return levels.reversed().suffix(limit)
    }

    private static func level(_ value: Int, in range: ClosedRange<Int>) -> Int {
        let clipped = max(range.lowerBound, min(range.upperBound, value))
        let span = range.upperBound - range.lowerBound
        return 1 + (clipped - range.lowerBound) * 3 / span
    }

    /// The dots of one, two, three and four steps from the bottom, left and right half of a braille cell.
    private static let leftBars: [UInt32] = [0, 0x40, 0x44, 0x46, 0x47]
    private static let rightBars: [UInt32] = [0, 0x80, 0xA0, 0xB0, 0xB8]
    private static let asciiBars: [Unicode.Scalar] = [" ", ".", ":", "|", "#"]
}

extension Parameter {
    var plotRange: ClosedRange<Int> { facts.plotRange }

    /// The colour of the parameter's lane.
    var laneRole: Role {
        switch facts.lane {
        case .bloodPressure: .laneBloodPressure
        case .heartRate: .laneHeartRate
        case .oxygen: .laneOxygen
        case .other: .info
        }
    }
}
