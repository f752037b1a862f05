import Canvas

/// A plot's dots, two across and four down in each cell, drawn as braille; in ASCII one mark a cell.
struct DotGrid {
    let rect: Rect
    /// The dots of each cell, as the low byte of its braille character.
    private var bits: [UInt8]
    private var styles: [Style]
    /// In ASCII, the mark of each cell.
    private var marks: [Unicode.Scalar]

    init(_ rect: Rect) {
        self.rect = rect
        let count = max(0, rect.width * rect.height)
        bits = Array(repeating: 0, count: count)
        styles = Array(repeating: .decor, count: count)
        marks = Array(repeating: " ", count: count)
    }

    var dotsAcross: Int { rect.width * 2 }
    var dotsDown: Int { rect.height * 4 }

    /// Sets a dot, and the cell's style and ASCII mark with it; what is drawn later wins.
    mutating func set(_ x: Int, _ y: Int, _ style: Style, mark: Unicode.Scalar) {
        guard x >= 0, y >= 0, x < dotsAcross, y < dotsDown else { return }
        let index = y / 4 * rect.width + x / 2
        bits[index] |= Self.dots[y % 4][x % 2]
        styles[index] = style
        marks[index] = mark
    }

    func draw(into frame: inout Frame, _ glyphs: Glyphs) {
        for row in 0..<max(0, rect.height) {
            for column in 0..<max(0, rect.width) {
                let index = row * rect.width + column
                guard bits[index] != 0, let braille = Unicode.Scalar(0x2800 + UInt32(bits[index])) else { continue }
                let scalar = glyphs == .unicode ? braille : marks[index]
                frame[rect.x + column, rect.y + row] = Cell(scalar, style: styles[index])
            }
        }
    }

    private static let dots: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
}
