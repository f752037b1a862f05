extension Frame {
    /// Neighbouring cells of one row that changed.
    package struct Run: Hashable, Sendable {
        package var x: Int
        package var y: Int
        package var cells: [Cell]

        package init(x: Int, y: Int, cells: [Cell]) {
            self.x = x
            self.y = y
            self.cells = cells
        }
    }

    /// Equal cells between two changed ones that are sent along: a run of its own costs six bytes.
    private static let bridgedCells = 3

    /// Returns the runs that turn `old` into this frame; without `old`, or with another size, a blank frame of this size.
    ///
    /// A run never cuts a wide character: it begins at its base and ends behind its second half.
    package func changes(from old: Frame?) -> [Run] {
        let before = old.flatMap { $0.size == size ? $0.cells : nil }
        let blank = Cell()
        var runs: [Run] = []
        for y in 0..<size.rows {
            let row = y * size.columns
            var start: Int?
            var last = 0
            for x in 0..<size.columns {
                let isEqual = cells[row + x] == (before.map { $0[row + x] } ?? blank)
                if !isEqual {
                    if start == nil { start = x }
                    last = x
                } else if let first = start, x - last > Self.bridgedCells {
                    runs.append(run(from: first, through: last, y: y))
                    start = nil
                }
            }
            if let first = start { runs.append(run(from: first, through: last, y: y)) }
        }
        return runs
    }

    /// Puts changed cells in place; what lies outside the frame is clipped.
    package mutating func apply(_ runs: [Run]) {
        for run in runs where run.y >= 0 && run.y < size.rows {
            for (offset, cell) in run.cells.enumerated() {
                let x = run.x + offset
                guard x < size.columns else { break }
                if x >= 0 { cells[run.y * size.columns + x] = cell }
            }
        }
    }

    private func run(from first: Int, through last: Int, y: Int) -> Run {
        let row = y * size.columns
        var begin = first
        var end = last
        while begin > 0, cells[row + begin].isContinuation { begin -= 1 }
        while end + 1 < size.columns, cells[row + end + 1].isContinuation { end += 1 }
        return Run(x: begin, y: y, cells: Array(cells[(row + begin)...(row + end)]))
    }
}
