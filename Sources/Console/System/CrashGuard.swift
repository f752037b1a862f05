import CPlatform
import Glibc

/// Makes sure that a crash leaves the terminal usable and its cause in a file.
package enum CrashGuard {
    /// Call first in the program's main, before any thread: installs the handlers, and asks the Swift runtime to write
    /// its report into `crashes` in the home instead of asking the person at the screen to press a key.
    ///
    /// The runtime reads its settings when it starts, so the program is executed once more with them in place, unless
    /// `SWIFT_BACKTRACE` is set already. Where that fails the handlers alone must do.
    package static func prepare(home: String) {
        let folder = home + "/crashes"
        // Only inside a home that is there: a command that needs none must not make one.
        mkdir(folder, 0o700)
        if getenv("SWIFT_BACKTRACE") == nil {
            setenv("SWIFT_BACKTRACE", "interactive=no,color=no,output-to=\(folder)/", 1)
            executeAgain()
        }
        vigil_crash_install()
    }

    /// Opens the file that takes the console's standard error while the screen is in use.
    static func openReport(home: String) -> (fd: Int32, path: String) {
        let folder = home + "/crashes"
        makeFolder(folder)
        let path = "\(folder)/console-\(getpid()).log"
        return (open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600), path)
    }

    /// Removes a report in which nothing was written.
    static func closeReport(_ report: (fd: Int32, path: String)) {
        guard report.fd >= 0 else { return }
        var status = stat()
        if fstat(report.fd, &status) == 0, status.st_size == 0 { unlink(report.path) }
        close(report.fd)
    }

    /// Makes a folder and those above it for this user alone; what is there already stays as it is.
    static func makeFolder(_ path: String) {
        var partial = ""
        for part in path.split(separator: "/") {
            partial += (partial.isEmpty && !path.hasPrefix("/") ? "" : "/") + part
            mkdir(partial, 0o700)
        }
    }

    private static func executeAgain() {
        var arguments: [UnsafeMutablePointer<CChar>?] = CommandLine.arguments.map { strdup($0) }
        arguments.append(nil)
        execv(ownProgram(), &arguments)
        for argument in arguments { free(argument) }
    }

    /// The path of this program: its name where that still exists, else the kernel's handle on it.
    static func ownProgram() -> String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = buffer.withUnsafeMutableBytes {
            guard let place = $0.baseAddress?.assumingMemoryBound(to: CChar.self) else { return -1 }
            return readlink("/proc/self/exe", place, $0.count)
        }
        guard count > 0 else { return "/proc/self/exe" }
        let path = String(decoding: buffer[..<count], as: UTF8.self)
        return access(path, X_OK) == 0 ? path : "/proc/self/exe"
    }
}

/// Gives the terminal back when the program ends by `exit` in the middle of a screen.
func restoreTerminalAtExit() {
    vigil_crash_restore_terminal()
}
