import Session

/// The time axis of a plot: a fixed number of minutes a column, from the session's opening on, as on a paper chart.
///
/// The sheet fills from the left and nothing on it moves; once it is full it moves on by a quarter of its width.
struct TrendScale {
    /// So many minutes stand in one column, whatever the session did.
    let minutesPerColumn: Int
    /// The session time at the plot's left edge.
    let firstMicros: Int64

    /// The scale for a plot so many columns wide: two and a half hours fit where there is room, an hour at least.
    init(columns: Int, nowSessionMicros: Int64) {
        minutesPerColumn = columns >= 150 ? 1 : columns >= 70 ? 2 : columns >= 24 ? 5 : 10
        let perColumn = Int64(minutesPerColumn) * Micros.perMinute
        let quarter = Int64(max(1, columns / 4))
        let now = nowSessionMicros / perColumn
        let over = now - Int64(columns) + 1
        firstMicros = over > 0 ? (over + quarter - 1) / quarter * quarter * perColumn : 0
    }

    var microsPerColumn: Int64 { Int64(minutesPerColumn) * Micros.perMinute }

    /// The dot column of a time, two dots a column; nil when it lies outside the plot.
    func dot(_ sessionMicros: Int64, across: Int) -> Int? {
        let past = sessionMicros - firstMicros
        guard past >= 0 else { return nil }
        let dot = Int(past / (microsPerColumn / 2))
        return dot < across ? dot : nil
    }
}
