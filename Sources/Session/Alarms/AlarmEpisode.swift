/// An alarm from the entry that raised it to the one that ended it.
///
/// Whoever shows, lists or counts alarms reads these and nothing else: how they are made is said in one place.
package struct AlarmEpisode: Hashable, Sendable {
    package var subject: AlarmCondition.Subject
    /// Its highest level so far.
    package var reached: AlarmCondition.Priority
    /// What stands now, with its level, value and limit; nil once it has ended.
    package var present: AlarmCondition?
    /// The number of the entry that raised it.
    package var raisedBy: Int
    /// When that was recorded, in session time.
    package var sinceMicros: Int64
    /// What it was raised with.
    package var firstOut: AlarmCondition
    /// When what stands now was observed, in session time; for an ended one, what stood last.
    package var observedMicros: Int64
    /// The number of the entry that ended it, and when that was recorded, in session time; nil while it stands.
    package var endedBy: Int?
    package var untilMicros: Int64?
}
