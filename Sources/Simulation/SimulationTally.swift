import Screens
package import Session
import Wording

/// What came out of a simulation.
package struct SimulationTally: Hashable, Sendable {
    package var opened = 0
    package var resumed = 0
    /// Patients who could not be checked in, because no log could be made.
    package var notOpened = 0
    /// Patients whom the rules did not take.
    package var arrivalsRefused = 0
    package var closed = 0
    package var durableEvents = 0
    package var setsRecorded = 0
    package var setsRefused = 0
    /// The questions that unusual values raised, all answered with "record it".
    package var questions = 0
    /// Refusals of other commands, which the simulated nurse dealt with.
    package var refusals = 0
    /// The alarms that were raised, by the highest level each reached.
    package var alarms: [AlarmCondition.Priority: Int] = [:]
    /// The words of each refusal of a set or a check-in, and how often it came.
    package var refusedBecause: [String: Int] = [:]

    /// Counts a session's alarms that were raised by an entry of this run.
    mutating func count(_ episodes: [AlarmEpisode], from number: Int) {
        for episode in episodes where episode.raisedBy >= number { alarms[episode.reached, default: 0] += 1 }
    }

    /// Takes note of a patient whom the rules did not take.
    mutating func refuseArrival(_ refusal: Refusal) {
        arrivalsRefused += 1
        refusedBecause[Words.sentence(of: refusal), default: 0] += 1
    }

    mutating func refuseSet(_ refusal: Refusal) {
        setsRefused += 1
        refusedBecause[Words.sentence(of: refusal), default: 0] += 1
    }

    /// A few lines for a person.
    func lines(openSessions: [Session]) -> [String] {
        var lines = [
            "sessions: \(opened) opened, \(resumed) resumed, \(closed) closed, \(openSessions.count) left open",
            "events on disk: \(durableEvents)",
            "vitals: \(setsRecorded) sets recorded, \(setsRefused) refused, \(questions) questions asked",
            "alarms: "
                + AlarmCondition.Priority.allCases.reversed().map { "\(alarms[$0] ?? 0) \($0.rawValue)" }
                .joined(separator: ", "),
        ]
        if arrivalsRefused > 0 { lines.append("check-ins refused: \(arrivalsRefused)") }
        if notOpened > 0 { lines.append("not checked in: \(notOpened), no log could be made") }
        if refusals > 0 { lines.append("other refusals: \(refusals)") }
        for (why, count) in refusedBecause.sorted(by: { $0.key < $1.key }) {
            lines.append("  refused: \(why) (\(count))")
        }
        for session in openSessions {
            lines.append("  open: \(session.id) \(session.phase.word), \(session.entries.count) events")
        }
        return lines
    }
}
