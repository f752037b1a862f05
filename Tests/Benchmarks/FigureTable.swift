/// Figures as a table for a terminal: measure, bound, figure, verdict.
struct FigureTable {
    private let figures: [Figure]

    init(_ figures: [Figure]) {
        self.figures = figures
    }

    var text: String {
        let head = ["measure", "bound", "", "figure"]
        let rows = [head] + figures.map { [$0.measure, $0.bound, $0.verdict.rawValue, $0.figure] }
        var widths = [0, 0, 0]
        for row in rows { for column in widths.indices { widths[column] = max(widths[column], row[column].count) } }
        return rows.map { row in
            var line = ""
            for column in widths.indices {
                line += row[column] + String(repeating: " ", count: widths[column] - row[column].count + 2)
            }
            return line + row[3]
        }.joined(separator: "\n")
    }
}
