import ArgumentParser
import Streams
import EventLog
import Journal
import Session
import Settings
import Station

/// A session's log, for people, for programs, or as one page for the chart.
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Show a session's events.",
        discussion: """
            Reads the log and changes nothing. Times are in the zone that the record carries, in --json in UTC. A \
            session is shown without its protocol too, and outside of a station's folder. A range of events \
            is found without reading the whole of a long log, by way of an index that is made again whenever it does \
            not fit; only `vigil verify` checks everything.
            """
    )

    @Argument(help: "The log's folder, or a file in it.") var log: String
    @Flag(help: "One JSON object a line, as it stands in the log.") var json = false
    @Flag(help: "One printable page for the chart.") var summary = false
    @Option(help: "With --json: only from this event on.") var from: Int?
    @Option(help: "With --json: only up to this event.") var to: Int?
    @Option(help: "With --json: only events of this kind, like vitals.recorded.") var kind: String?

    func validate() throws {
        if json && summary { throw ValidationError("choose --json or --summary") }
        if !json, from ?? to != nil || kind != nil {
            throw ValidationError("--from, --to and --kind choose among the lines of --json: give that too")
        }
        if (from ?? 0) < 0 || (to ?? .max) < (from ?? 0) {
            throw ValidationError("--from and --to are numbers of events, the first not greater than the last")
        }
    }

    func run() throws {
        try reporting {
            let reader = LogReader(disk: SystemDisk())
            let named = try reader.location(of: HomeOption.absolute(log))
            let location = journalHome(around: named)?.log ?? named
            if json, from ?? to != nil, try sayRange((from ?? 0)...(to ?? .max), of: location, reader) { return }
            let contents = try reader.read(location)
            let addenda = try addenda(beside: location)
            for finding in contents.findings + (addenda?.damage ?? []) { complain("vigil: \(finding)") }
            try compareWithSeal(location, reader)
            if json {
                let isSession = JournalHome(of: location, disk: SystemDisk()) != nil || from ?? to != nil
                try list(
                    contents.readable.filter { !isSession || ((from ?? 0)...(to ?? .max)).contains($0.event ?? -1) }
                )
                if from ?? to == nil { try list(addenda?.records ?? []) }
                return
            }
            let session = try folded(contents, location)
            let names = names(beside: location)
            let page =
                summary
                ? ChartSummary(session, names, machineZone: LocalZone.name).lines : EventListing(session, names).lines
            let later = AddendaListing(addenda?.addenda ?? [], names, session.zone).lines
            try say(page + later)
        }
    }

    /// Says the events of a range, if they can be had without the whole log: it is in order as far as it is read.
    private func sayRange(_ events: ClosedRange<Int>, of location: LogLocation, _ reader: LogReader) throws -> Bool {
        guard let records = try reader.records(events: events, of: location) else { return false }
        try list(records)
        return true
    }

    private func list(_ records: [LogRecord]) throws {
        for record in records where kind == nil || record.kind == kind {
            try sayRecord(Array(record.line))
        }
    }

    /// What was added after the session was closed; nil where nothing was, and for a log elsewhere.
    private func addenda(beside location: LogLocation) throws -> AddendumLog.Contents? {
        guard location.prefix.isEmpty, let home = journalHome(around: location)?.home,
            let id = location.directory.split(separator: "/").last.flatMap({ SessionID(text: String($0)) })
        else { return nil }
        // Where the journal cannot be read, what stands in the addenda is shown all the same.
        let head = (try? home.knowledge())?.heads[StationKnowledge.addendumName(of: id.text)]
        return try AddendumLog.read(id, in: home, expecting: head)
    }

    /// A listing is no verification, but what the seal denies is not shown without a word.
    private func compareWithSeal(_ location: LogLocation, _ reader: LogReader) throws {
        guard let seal = try? reader.seal(of: location) else { return }
        let digest = try reader.digest(of: location)
        if seal.checkpoint.root != digest.root || seal.checkpoint.size != digest.lineCount {
            complain("vigil: \(location.directory) is not as it was sealed: vigil verify it before you rely on this")
        }
    }

    private func folded(_ contents: LogContents, _ location: LogLocation) throws -> Session {
        // The name of a log is its session's and a few letters more: a copy tells it wherever it lies.
        let names = [
            location.directory.split(separator: "/").last,
            contents.header.logID.lastIndex(of: "-").map {
                contents.header.logID[..<$0]
            },
        ]
        guard let id = names.compactMap(\.self).compactMap({ SessionID(text: String($0)) }).first else {
            throw Failure(
                "\(location.directory) is no session: its log is called \(contents.header.logID)",
                cure: "use --json"
            )
        }
        let home = journalHome(around: location)?.home
        if home == nil {
            complain("vigil: outside of a station's folder: staff are shown by their ids, and addenda are not shown")
        }
        let folded = try FoldedSession(id, contents, in: home) { try ProtocolFile.readKept(bytes: $0) }
        for problem in folded.problems { complain("vigil: \(problem)") }
        if let problem = folded.protocolProblem {
            complain("vigil: shown without limits, criteria and alarms: \(problem)")
        }
        var session = folded.session
        if session.zoneName == nil {
            complain("vigil: this record carries no zone that can be read: its times are shown in this machine's")
            session.stationZone = LocalZone.offsets(aroundUTC: session.entries.first?.at.utcMicros ?? 0)
        }
        return session
    }

    /// The printed names of the station's staff; empty where there is no staff log.
    private func names(beside location: LogLocation) -> [StaffMember] {
        guard let home = journalHome(around: location)?.home else { return [] }
        return (try? StaffLog.read(home).members) ?? []
    }
}
