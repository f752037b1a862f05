import Glibc

/// A call to the disk that failed: which call, on what, why, and what a person can do about it.
package struct DiskError: Error, Hashable, Sendable, CustomStringConvertible {
    package let call: String
    package let path: String
    /// The value of `errno`.
    package let code: Int32

    package init(call: String, path: String, code: Int32) {
        self.call = call
        self.path = path
        self.code = code
    }

    /// No space, quota used up, or a file-size limit: freeing space lets the same work go on.
    package var isOutOfSpace: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }
    package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
    package var isExisting: Bool { code == EEXIST }
    package var isLocked: Bool { code == EWOULDBLOCK }
    /// The disk lost what stands there; other places may be readable.
    package var isUnreadable: Bool { code == EIO || code == EBADMSG || code == EUCLEAN }
    /// What stands there is no file, or one that no station ever wrote.
    package var isForeign: Bool { code == EISDIR || code == ENXIO || code == EOVERFLOW }
    /// The file system does not know the call.
    package var isUnsupported: Bool { code == EOPNOTSUPP || code == ENOSYS }
    package var isForbidden: Bool { code == EACCES || code == EPERM }

    package var description: String {
        "\(call) \(path): \(String(cString: strerror(code))) (errno \(code)): \(cure)"
    }

    private var cure: String {
        switch code {
        case ENOSPC: "free space on this disk"
        case EDQUOT: "free space within this user's quota"
        case EFBIG: "raise the file-size limit (ulimit -f)"
        case EACCES, EPERM: "give this user the right to it, or choose another home"
        case EROFS: "the disk is mounted read-only; mount it for writing or choose another home"
        case ENOENT, ENOTDIR: "check the path"
        case EEXIST: "move the file that stands there away"
        case EMFILE, ENFILE: "raise the limit on open files (ulimit -n)"
        case EISDIR, ENXIO: "a file belongs there; move what stands in its place away and bring it back from a copy"
        case EOVERFLOW: "no file of a station grows so large; move it away and bring it back from a copy"
        case EIO: "the disk is failing; use another disk and keep this one for rescue"
        case EWOULDBLOCK: "another program is using it; end that one first"
        default: "check the disk"
        }
    }
}
