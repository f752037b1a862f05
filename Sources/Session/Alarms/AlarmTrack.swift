/// The readings of one parameter by the time they were observed, and which levels of alarm stand by them.
///
/// A level is reached by one reading. It ends by one value inside its limit by the margin, or by two that no longer reach
/// it, so many minutes apart; a reading that was not taken is not here at all, and one that could not be taken ends
/// nothing.
struct AlarmTrack: Sendable {
    private let parameter: Parameter
    private(set) var readings: [Seen<Reading>] = []
    /// The late entries whose reading was the newest at some time: it was judged then, and a correction takes that from
    /// none.
    private var judged: Set<Int> = []
    /// The first of the readings that were changed, all after it too, and nobody has judged them since.
    private var unsettled: Int?
    /// What stands of each level, by its place among the priorities.
    private var levels: [Level?] = [nil, nil, nil]
    /// The same after each so many readings: whoever reaches back judges anew from there on.
    private var marks: [[Level?]] = []
    private static let readingsPerMark = 32

    private struct Level {
        /// The last reading that reached it.
        var reached: AlarmCondition
        /// Whether the device could not read: then any value ends it.
        var isUnread: Bool
        /// The first value after it that no longer reached it.
        var backSinceMicros: Int64?
    }

    init(_ parameter: Parameter) {
        self.parameter = parameter
    }

    mutating func take(_ seen: Seen<Reading>, by judge: AlarmJudge) {
        var seen = seen
        if judged.contains(seen.number) { seen.isLate = false }
        let place = Seen.insert(seen, into: &readings)
        guard place == readings.count - 1, unsettled == nil else {
            unsettle(place)
            return
        }
        judgeNewest()
        step(place, judge)
    }

    /// Takes an entry's reading back; what it raised has not stood.
    mutating func remove(_ number: Int, observedAt micros: Int64) {
        if let place = Seen.remove(number, observedAt: micros, from: &readings) { unsettle(place) }
    }

    private mutating func unsettle(_ place: Int) { unsettled = min(unsettled ?? place, place) }

    /// Judges anew what was changed among earlier readings, once all of a correction is in its place.
    mutating func settle(by judge: AlarmJudge) {
        // The newest may have become so only now.
        if let unsettled { fold(by: judge, from: max(0, min(unsettled, readings.count - 1))) }
    }

    /// Judges readings anew: all, where the limits or the baseline are others now.
    mutating func fold(by judge: AlarmJudge, from first: Int = 0) {
        unsettled = nil
        marks.removeSubrange(min(marks.count, first / Self.readingsPerMark)...)
        levels = marks.last ?? [nil, nil, nil]
        judgeNewest()
        for index in readings.indices.dropFirst(marks.count * Self.readingsPerMark) { step(index, judge) }
    }

    /// What is newest counts, however late it was charted.
    private mutating func judgeNewest() {
        guard let newest = readings.last, newest.isLate else { return }
        judged.insert(newest.number)
        readings[readings.count - 1].isLate = false
    }

    private mutating func step(_ index: Int, _ judge: AlarmJudge) {
        let seen = readings[index]
        let condition = judge.condition(parameter, seen.value)
        let held = seen.value.value.flatMap { judge.held(parameter, $0) }
        for (place, priority) in AlarmCondition.Priority.allCases.enumerated() {
            if let condition, condition.priority >= priority {
                guard !seen.isLate else { continue }
                levels[place] = Level(reached: condition, isUnread: seen.value == .unmeasurable(.noReading))
            } else if seen.value.value != nil, var level = levels[place] {
                let isBack = level.backSinceMicros.map { seen.observedMicros - $0 >= afterMicros(judge) } ?? false
                if isBack || level.isUnread || held.map({ $0 < priority }) ?? true {
                    levels[place] = nil
                } else {
                    level.backSinceMicros = level.backSinceMicros ?? seen.observedMicros
                    levels[place] = level
                }
            }
        }
        if (index + 1).isMultiple(of: Self.readingsPerMark) { marks.append(levels) }
    }

    private func afterMicros(_ judge: AlarmJudge) -> Int64 {
        Int64(judge.rules.alarmEnds.afterMinutes) * Micros.perMinute
    }

    /// The gravest level that stands, with the newest reading: `SBP 158, was 163 > 160` for one that has not ended yet.
    var present: (condition: AlarmCondition, observedMicros: Int64)? {
        guard let newest = readings.last,
            let place = levels.lastIndex(where: { $0 != nil }), let level = levels[place]
        else { return nil }
        var condition = level.reached
        condition.priority = AlarmCondition.Priority.allCases[place]
        if level.backSinceMicros != nil, let value = newest.value.value {
            condition.value = "\(parameter.text(value)), was \(condition.value)"
        }
        return (condition, newest.observedMicros)
    }
}
