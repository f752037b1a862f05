import Glibc

/// A system call of the station that failed: the call, the thing, and what to do.
package struct StationError: Error, Hashable, Sendable, CustomStringConvertible {
    package var what: String
    package var cure: String

    package init(what: String, cure: String) {
        self.what = what
        self.cure = cure
    }

    /// The failure of a call, in the words of the system.
    init(call: String, on thing: String, code: Int32, cure: String) {
        self.init(what: "\(thing): \(call): \(String(cString: strerror(code)))", cure: cure)
    }

    package var description: String { "\(what): \(cure)" }
}
