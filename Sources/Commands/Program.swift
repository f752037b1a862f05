import ArgumentParser
import Console
package import EventLog
import Glibc

/// The program: crash handling before anything else, then the command line.
package enum Program {
    /// Runs the command that was asked for, and ends the process.
    ///
    /// - Parameter stationDisk: what a station keeps its records on; a test gives one that fails.
    package static func run(stationDisk: any Disk = SystemDisk()) {
        if let home = HomeOption.usual() { CrashGuard.prepare(home: home) }
        // A full disk or a closed pipe is an error that a call returns, never the end of the process.
        signal(SIGXFSZ, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
        StationDisk.$current.withValue(stationDisk) { VigilCommand.main() }
    }
}
