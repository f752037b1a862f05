package import EventLog
import Glibc
import Journal
import Streams

/// What the command line starts.
package enum StationProgram {
    /// Runs a station without a terminal until it is told to end; what stands in its way is said on stderr.
    ///
    /// - Returns: the process's exit status: 0 after an end in order, 1 if the station could not run or could not
    ///   save everything.
    package static func serve(home: String, disk: any Disk = SystemDisk()) -> Int32 {
        do {
            let start = StationStart(
                home: StationHome(path: home),
                clock: shiftedClock ?? SystemClock(),
                isSimulated: shiftedClock != nil,
                disk: disk
            )
            let loop = try start.make()
            loop.mailbox.stopOnSignals()
            return finish(loop.run())
        } catch {
            return fail(error)
        }
    }

    /// A clock of a test's, where `VIGIL_CLOCK` names one.
    ///
    /// What such a station records did not happen at those times, so it says SIMULATED on every screen and in every
    /// session it opens.
    private static var shiftedClock: (any Clock)? {
        getenv("VIGIL_CLOCK").map { ShiftedClock(path: String(cString: $0)) }
    }

    /// The exit status of an end in order; what could not be saved is said on stderr.
    package static func finish(_ unsavedCount: Int) -> Int32 {
        guard unsavedCount > 0 else { return 0 }
        complain("\(unsavedCount) entries could not be saved: free space on the disk, and chart them again from paper")
        return 1
    }

    /// The exit status of a start that failed, which is said on stderr.
    package static func fail(_ error: any Error) -> Int32 {
        complain("\(error)")
        return 1
    }

    package static func complain(_ text: String) {
        Streams.complain("vigil: \(text)")
    }
}
