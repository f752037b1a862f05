/// The drug over time as it was known after each entry.
///
/// A change that follows all before it goes on with the course at hand, whose older states are its first segments. One
/// that reaches back, by its time or as a correction, begins a course anew.
struct DoseHistory: Sendable {
    typealias Change = (sessionMicros: Int64, change: DoseChange)

    private struct Course {
        /// The entry after which it holds.
        var since: Int
        var curve = DoseCurve([])
        /// The entries that its segments come from, one each; those that were there when it began stand as `since`.
        var numbers: [Int] = []
        var lastMicros = Int64.min

        mutating func take(_ change: Change, by number: Int) {
            lastMicros = change.sessionMicros
            curve.take(change.change, at: change.sessionMicros)
            while numbers.count < curve.segments.count { numbers.append(number) }
        }
    }

    private var courses = [Course(since: -1)]

    /// Takes the newest change; false where it lies before another, and all begins anew.
    mutating func take(_ change: Change, by number: Int) -> Bool {
        let newest = courses.count - 1
        guard change.sessionMicros >= courses[newest].lastMicros else { return false }
        courses[newest].take(change, by: number)
        return true
    }

    /// Begins anew with all changes that count after an entry, in the order of their numbers.
    mutating func begin(with changes: [Change], by number: Int) {
        var course = Course(since: number)
        for change in DoseCurve.ordered(changes) { course.take(change, by: number) }
        courses.append(course)
    }

    func curve(upTo count: Int) -> DoseCurve {
        // The first holds from before the first entry on.
        let course = courses[max(0, courses.partitioned { $0.since >= count } - 1)]
        return course.curve.prefix(course.numbers.places(below: count))
    }
}
