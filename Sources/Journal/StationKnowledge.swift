package import EventLog

/// What a station's journal says of its logs, folded from its records.
package struct StationKnowledge: Equatable, Sendable {
    /// How far the logs that are not sealed had got, by their names: a session's id, `staff`, `ID/addendum`.
    package private(set) var heads: [String: LogHead] = [:]
    /// The sealed logs, by the session's id.
    package private(set) var sealed: [String: SealedLog] = [:]
    /// The public keys the station signed with, the newest last.
    package private(set) var keys: [String] = []
    /// Records that could not be understood.
    package private(set) var problems: [String] = []

    package init() {}

    /// The name under which the staff's log stands here.
    package static let staffName = "staff"

    /// The name of a session's addenda.
    package static func addendumName(of session: String) -> String { "\(session)/addendum" }

    /// Takes the next record of the journal.
    package mutating func take(_ record: LogRecord) {
        do throws(BodyProblem) {
            if let entry = try StationEntry(record) { take(entry) }
        } catch {
            problems.append("record \(record.number), \(error)")
        }
    }

    mutating func take(_ entry: StationEntry) {
        switch entry {
        case .sessionOpened, .clockStepped, .logDamaged, .logRepaired, .faultRaised: break
        case .heads(let newer, _): heads.merge(newer) { $1 }
        case .sessionSealed(let log):
            sealed[log.session] = log
            heads[log.session] = nil
        case .keyTaken(let key):
            keys.removeAll { $0 == key }
            keys.append(key)
        }
    }
}

extension LogHead {
    /// What a sealed log got to: its last line, whatever stood before.
    package init(_ sealed: SealedLog) {
        self.init(logID: sealed.log, record: sealed.size - 1, event: -1, leaf: sealed.leaf)
    }
}
