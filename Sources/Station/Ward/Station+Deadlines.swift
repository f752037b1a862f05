import Journal
import Screens
import Session
import Wording

/// What time alone makes happen.
extension Station {
    /// The next instant, in UTC, at which time alone has something recorded; nil while it never will.
    ///
    /// It may lie in the past: then it is due at once.
    package var nextDeadlineUTCMicros: Int64? { stays.compactMap { $0.deadlineUTCMicros(at: now) }.min() }

    /// Records what is due, of each session its first command.
    ///
    /// What else is due follows when this is asked again: of a simulation each batch is one command.
    package mutating func recordDue() -> [StationEffect] {
        var effects: [StationEffect] = []
        for (index, stay) in stays.enumerated() {
            let moment = stay.clock.moment(now)
            guard let deadline = stay.deadline, deadline <= moment.sessionMicros,
                let command = stay.decided.due(at: moment).first
            else { continue }
            switch decide(command, in: stay.id, by: .system) {
            case .accepted(let more): effects += more
            case .refused(let refusal):
                // What is due is never refused; were it so, a station that ends for it would end again at each start.
                stays[index].giveUpDeadline()
                let detail = "\(stay.decided.patient?.name ?? stay.id): \(Words.sentence(of: refusal))"
                effects += raise(.notRecordedByItself, detail, isGrave: true)
            }
        }
        return effects
    }
}

extension StationStay {
    fileprivate func deadlineUTCMicros(at now: ClockReading) -> Int64? {
        deadline.map { now.utcMicros + $0 - clock.moment(now).sessionMicros }
    }
}
