import ArgumentParser
import Streams
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

    @Argument(help: "The log's folder, in the station's, or a file of its addenda.") var log: String
    @Option(name: .customLong("from"), help: "The same in a copy.") var copy: String

    func run() throws {
        try reporting {
            let reader = LogReader(disk: SystemDisk())
            let named = Self.location(HomeOption.absolute(log))
            guard let (home, location) = journalHome(around: named) else {
                throw Failure("\(log) does not lie in a station's folder", cure: "name it where the station keeps it")
            }
            let lock = try HomeLock(StationHome(path: home.path))
            defer { withExtendedLifetime(lock) {} }
            let source = try reader.location(of: HomeOption.absolute(copy))
            let grounds = try home.grounds(for: location)
            let repair = try LogRepair.repair(location, from: source, disk: home.disk, on: grounds)
            try note(repair, location, home)
            let files =
                repair.segments.isEmpty ? "nothing, it holds all of the copy" : repair.segments.joined(separator: ", ")
            try say("\(location.printedPath): repaired \(files)")
            if !repair.missing.isEmpty {
                let missing = "records \(repair.missing.lowerBound) to \(repair.missing.upperBound - 1)"
                complain("vigil: \(missing) are still lost: repair it again from a later copy")
                throw ExitCode(11)
            }
        }
    }

    /// A file names its log, whether it is there or not.
    private static func location(_ path: String) -> LogLocation {
        LogLocation(segmentPath: path) ?? LogLocation(directory: path)
    }

    /// The log itself says so if it goes on, the station's journal in any case.
    private func note(_ repair: LogRepair, _ location: LogLocation, _ home: JournalHome) throws {
        let now = SystemClock().now()
        let station = try StationConfiguration.read(home: home.path)
        let names = StationNames(station: station?.name ?? "Vigil", writer: ProgramVersion.writer)
        let moment = LogMoment(utcMicros: now.utcMicros, bootMicros: now.bootMicros)
        var heads: [String: LogHead] = [:]
        if location != home.stationLog {
            // What is still lost is stated by the log itself, and its numbers are not given again.
            let head = (try? home.knowledge())?.expected(of: location.journalName)
            do throws(LogError) {
                let opened = try LogWriter.open(
                    at: location,
                    boot: now.boot,
                    writer: names.writer,
                    moment: moment,
                    disk: home.disk,
                    expecting: head
                )
                try opened.writer.append([repair.draft(at: moment)])
                heads[location.journalName] = opened.writer.head
                opened.writer.close()
            } catch {
                guard case .ended = error else { throw error }
            }
        }
        let done = StationEntry.logRepaired(log: location.journalName, segments: repair.segments)
        try home.note([done], heads: heads, at: now, names: names)
    }
}
