package import Session

/// What came out of a simulation.
package struct SimulationTally: Hashable, Sendable {
    package var opened = 0
    package var resumed = 0
    /// Patients who could not be checked in, because no log could be made.
    package var notOpened = 0
    package var closed = 0
    package var durableEvents = 0
    package var setsRecorded = 0
    package var setsRefused = 0
    /// The questions that unusual values raised, all answered with "record it".
    package var questions = 0
    /// Refusals of other commands, which the simulated nurse dealt with.
    package var refusals = 0
    package var conditions: [AlarmCondition.Priority: Int] = [:]
    /// The first words of each kind of refusal of a set, and how often it came.
    package var refusedBecause: [String: Int] = [:]

    /// A few lines for a person.
    package func text(openSessions: [Session]) -> String {
        var lines = [
            "sessions: \(opened) opened, \(resumed) resumed, \(closed) closed, \(openSessions.count) left open",
            "events on disk: \(durableEvents)",
            "vitals: \(setsRecorded) sets recorded, \(setsRefused) refused, \(questions) questions asked",
            "conditions: "
                + AlarmCondition.Priority.allCases.reversed().map { "\(conditions[$0] ?? 0) \($0.rawValue)" }
                .joined(separator: ", "),
        ]
        if notOpened > 0 { lines.append("not checked in: \(notOpened), no log could be made") }
        if refusals > 0 { lines.append("other refusals: \(refusals)") }
        for (why, count) in refusedBecause.sorted(by: { $0.key < $1.key }) {
            lines.append("  refused: \(why) (\(count))")
        }
        for session in openSessions {
            lines.append("  open: \(session.id) \(session.phase.word), \(session.entries.count) events")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
