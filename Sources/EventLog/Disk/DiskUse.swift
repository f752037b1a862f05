/// What a file is opened for.
package enum DiskUse: Sendable {
    /// Reading a file that exists.
    case reading
    /// Reading and writing a file that exists.
    case updating
    /// Reading and writing a file that must not exist yet, readable by its owner alone.
    case creating
}
