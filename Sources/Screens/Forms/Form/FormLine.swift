import Canvas

/// A line of a form as drawn, with the field it belongs to.
struct FormLine: Hashable, Sendable {
    var runs: [FormRun]
    var field: FieldID?
    /// The column of the cursor, when it stands in this line.
    var cursor: Int?

    init(_ runs: [FormRun], field: FieldID? = nil, cursor: Int? = nil) {
        self.runs = runs
        self.field = field
        self.cursor = cursor
    }

    var width: Int { runs.reduce(0) { $0 + CellWidth.of($1.text) } }
}
