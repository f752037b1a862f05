/// An open file: a descriptor and the path it was opened under, which errors name.
package struct DiskFile: Hashable, Sendable {
    package let descriptor: Int32
    package let path: String

    package init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }
}

/// What a file is opened for.
package enum DiskUse: Sendable {
    /// Reading a file that exists.
    case reading
    /// Reading and writing a file that exists.
    case updating
    /// Reading and writing a file that must not exist yet, readable by its owner alone.
    case creating
}

/// What stands at a path.
package enum DiskItem: Sendable {
    case file
    case directory
    case other
}
