extension ThemeColor {
    /// The colours 16 to 255 of a terminal with 256: a cube of six steps a side, then 24 greys.
    ///
    /// The first sixteen are the user's own and may be anything, so they are never used.
    package static let indexed: [ThemeColor] = {
        let steps: [UInt32] = [0, 95, 135, 175, 215, 255]
        var colors: [ThemeColor] = []
        for red in steps {
            for green in steps {
                for blue in steps { colors.append(ThemeColor(red << 16 | green << 8 | blue)) }
            }
        }
        for grey in 0..<24 {
            let level = UInt32(8 + 10 * grey)
            colors.append(ThemeColor(level << 16 | level << 8 | level))
        }
        return colors
    }()

    /// The number, 16 to 255, of the terminal colour nearest to this one.
    package var nearestIndex: Int {
        nearestIndex(on: nil, contrast: 1)
    }

    /// The number of the nearest terminal colour that keeps a contrast to a background.
    ///
    /// Where none does, the nearest without that demand.
    package func nearestIndex(on background: ThemeColor?, contrast: Double) -> Int {
        var best: (index: Int, distance: Double)?
        for (offset, color) in Self.indexed.enumerated() {
            if let background, color.contrast(to: background) < contrast { continue }
            let distance = distance(to: color)
            if best.map({ distance < $0.distance }) ?? true { best = (offset + 16, distance) }
        }
        return best?.index ?? nearestIndex
    }
}
