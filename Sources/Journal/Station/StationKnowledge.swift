package import EventLog

/// What a station's journal says of its logs, folded from its records.
package struct StationKnowledge: Equatable, Sendable {
    /// How far the logs that are not sealed had got, by their names: a session's id, `staff`, `ID/addendum`.
    package private(set) var heads: [String: LogHead] = [:]
    /// The heads that stand in the part of the journal that is signed.
    var signed: [String: LogHead] = [:]
    /// The sealed logs, by the session's id.
    package private(set) var sealed: [String: SealedLog] = [:]
    /// The sessions that were opened.
    private(set) var opened: Set<String> = []
    /// The public keys the station signed with, the newest last.
    package private(set) var keys: [String] = []
    /// Records that could not be understood.
    package private(set) var problems: [String] = []
    /// Records that take back what an earlier one said: nothing a station writes.
    private(set) var contradictions: [String] = []
    /// What was found wrong with the journal itself and has not been repaired.
    private(set) var damage: [String] = []
    /// When the last record was written; nil for an empty journal.
    private(set) var lastUTCMicros: Int64?

    package init() {}

    /// The name under which the staff's log stands here.
    package static let staffName = "staff"

    /// The name under which the journal itself stands here.
    package static let stationName = "station"

    /// The name of a session's addenda.
    package static func addendumName(of session: String) -> String { "\(session)/addendum" }

    /// How far a log that is not sealed must have got: what was written down last, and what of it is signed.
    package func expected(of name: String) -> LogHead? { heads[name]?.signed(at: signed[name]) }

    /// The same of all logs, by their names.
    package var expected: [String: LogHead] {
        Dictionary(uniqueKeysWithValues: heads.map { ($0, $1.signed(at: signed[$0])) })
    }

    /// Whether a session was ever spoken of.
    func knows(_ session: String) -> Bool {
        sealed[session] != nil || heads[session] != nil || opened.contains(session)
    }

    /// Whether the station has signed, so that its journal has a checkpoint: the first is made as soon as there is a key.
    ///
    /// A journal that was cut to before its key is given away by what the key has sealed.
    func hasSigned(in home: JournalHome) -> Bool {
        if !keys.isEmpty || !sealed.isEmpty { return true }
        return (try? home.count { log throws(DiskError) in try home.disk.item(at: log.sealPath) != nil }) ?? 0 > 0
    }

    /// Takes the next record of the journal.
    ///
    /// - Returns: what it says; nil for one of the log's own, and for what this program cannot read.
    @discardableResult
    package mutating func take(_ record: LogRecord) -> StationEntry? {
        lastUTCMicros = record.utcMicros
        do throws(BodyProblem) {
            guard let entry = try StationEntry(record) else { return nil }
            take(entry, in: "record \(record.number)")
            return entry
        } catch {
            problems.append("record \(record.number), \(error)")
            return nil
        }
    }

    mutating func take(_ entry: StationEntry, in place: String = "") {
        switch entry {
        case .clockStepped, .faultRaised: break
        case .sessionOpened(let session, _): opened.insert(session)
        case .logDamaged(Self.stationName, let findings): damage += findings
        case .logRepaired(Self.stationName, _): damage = []
        case .logDamaged, .logRepaired: break
        case .heads(let newer, _):
            for (name, head) in newer.sorted(by: { $0.key < $1.key }) { take(head, of: name, in: place) }
        case .sessionSealed(let log):
            if let before = sealed[log.session], before.root != log.root {
                contradictions.append("\(place): \(log.session) had been sealed with other lines")
            }
            sealed[log.session] = log
            heads[log.session] = nil
        case .keyTaken(let key):
            keys.removeAll { $0 == key }
            keys.append(key)
        }
    }

    private mutating func take(_ head: LogHead, of name: String, in place: String) {
        if let before = heads[name], before.logID == head.logID {
            let isOther = head.record == before.record && head.leaf != before.leaf
            if head.record < before.record || isOther {
                contradictions.append("\(place): \(name) had got to record \(before.record), \(before.leaf)")
            }
        }
        heads[name] = head
    }
}

extension LogHead {
    /// What a sealed log got to: its last line, whatever stood before.
    package init(_ sealed: SealedLog) {
        self.init(logID: sealed.log, record: sealed.size - 1, event: -1, leaf: sealed.leaf)
    }
}

extension StationKnowledge {
    /// All that a journal says.
    package init(_ contents: LogContents) {
        self.init()
        for record in contents.readable { take(record) }
    }

    /// Reads all of a home's journal without changing anything, and believes it.
    package static func read(_ home: JournalHome) throws(LogError) -> StationKnowledge {
        StationKnowledge(try LogReader(disk: home.disk).read(home.stationLog))
    }
}
