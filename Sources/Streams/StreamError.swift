import Glibc

/// Standard output took no more of what was to be said.
package struct StreamError: Error, CustomStringConvertible {
    /// The error number.
    let code: Int32

    /// Whether whoever read it stopped reading, as `head` does: no fault of anybody's.
    package var isReaderGone: Bool { code == EPIPE }

    package var description: String {
        "standard output takes no more (\(String(cString: strerror(code)))): what was to be said is not whole: "
            + "make room, or send it elsewhere"
    }
}
