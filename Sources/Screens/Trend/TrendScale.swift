import Session

/// The time axis of a plot: a fixed number of minutes a column, now at the right edge.
struct TrendScale {
    /// So many minutes stand in one column, whatever the session did.
    let minutesPerColumn: Int
    let nowSessionMicros: Int64

    /// The scale for a plot so many columns wide: two and a half hours fit where there is room, an hour at least.
    init(columns: Int, nowSessionMicros: Int64) {
        minutesPerColumn = columns >= 150 ? 1 : columns >= 70 ? 2 : columns >= 30 ? 5 : 10
        self.nowSessionMicros = nowSessionMicros
    }

    var microsPerColumn: Int64 { Int64(minutesPerColumn) * Micros.perMinute }

    /// The dot column of a time, two dots a column; nil when it lies left of the plot.
    ///
    /// The plot moves by whole columns, so that a picture changes only when a column is over.
    func dot(_ sessionMicros: Int64, across: Int) -> Int? {
        let lastColumn = nowSessionMicros / microsPerColumn
        let half = microsPerColumn / 2
        let dot = Int(sessionMicros / half - lastColumn * 2) + across - 2
        return dot >= 0 && dot < across ? dot : nil
    }
}
