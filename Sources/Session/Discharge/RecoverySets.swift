/// The sets that a recovery is judged by, in the order they were taken.
struct RecoverySets {
    /// From the first on; from the newest complete one where there is no first.
    var sets: [MeasuredSet] = []
    /// The newest complete set.
    var newest: MeasuredSet?
    /// The newest complete set that is so much older.
    var first: MeasuredSet?
}
