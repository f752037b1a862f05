import ArgumentParser
import EventLog
import Journal
import Settings
import Station

/// Brings a damaged log back from a copy.
struct RepairCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract: "Bring what a log has lost back from a copy, while the station is not running.",
        discussion: """
            The damaged file is kept in the log's quarantine folder. Nothing is changed unless the log is whole \
            afterwards and no record that can be read now is given up.
            """
    )

    @Argument(help: "The log's folder, in the station's.") var log: String
    @Option(name: .customLong("from"), help: "The same log's folder in a copy.") var copy: String

    func run() throws {
        try reporting {
            let disk = SystemDisk()
            let location = LogLocation(directory: HomeOption.absolute(log))
            guard let home = JournalHome(of: location, disk: disk) ?? JournalHome(around: location, disk: disk) else {
                throw Failure("\(log) does not lie in a station's folder", cure: "name it where the station keeps it")
            }
            let lock = try HomeLock(StationHome(path: home.path))
            defer { withExtendedLifetime(lock) {} }
            let source = try LogReader(disk: disk).location(of: HomeOption.absolute(copy))
            let repair = try LogRepair.repair(location, from: source, disk: disk)
            try note(repair, location, home)
            say("\(location.directory): repaired \(repair.segments.joined(separator: ", "))")
        }
    }

    /// The log itself says so if it goes on, the station's journal in any case.
    private func note(_ repair: LogRepair, _ location: LogLocation, _ home: JournalHome) throws {
        let now = SystemClock().now()
        let station = try StationConfiguration.read(home: home.path)
        let names = StationNames(station: station?.name ?? "Vigil", writer: "vigil \(ProgramVersion.text)")
        let moment = LogMoment(utcMicros: now.utcMicros, bootMicros: now.bootMicros)
        if location != home.stationLog {
            do throws(LogError) {
                let opened = try LogWriter.open(
                    at: location,
                    boot: now.boot,
                    writer: names.writer,
                    moment: moment,
                    disk: home.disk
                )
                try opened.writer.append([repair.draft(at: moment)])
                opened.writer.close()
            } catch {
                guard case .ended = error else { throw error }
            }
        }
        let opened = try StationJournal.open(home, at: now, names: names)
        defer { opened.journal.close() }
        try opened.journal.note(.logRepaired(log: location.directory, segments: repair.segments), at: now)
    }
}
