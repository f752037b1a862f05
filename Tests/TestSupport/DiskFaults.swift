/// What a `FaultyDisk` does wrong.
package struct DiskFaults: Sendable {
    /// From this changing call on, counted from 1, nothing has any effect and every call fails: the power is off.
    package var powerOffAtCall: Int?
    /// These changing calls fail once with this code.
    package var failingCalls: [Int: Int32]
    /// These flushes, `fdatasync` and `fsync` counted together from 1, fail with EIO.
    package var failingSyncs: Set<Int>
    /// Writes take at most this many bytes.
    package var longestWrite: Int?
    /// These calls report success and do nothing: the disk lies.
    package var ignoredCalls: Set<String>
    /// These bytes of these files cannot be read: EIO, as from a bad sector.
    package var unreadable: [String: Range<Int>]
    /// Changing calls fail on every path that begins so, with EIO: one of two disks is gone.
    package var lostPrefix: String?
    /// Bytes all files together may hold.
    package var spaceLimit: Int?

    package init(
        powerOffAtCall: Int? = nil,
        failingCalls: [Int: Int32] = [:],
        failingSyncs: Set<Int> = [],
        longestWrite: Int? = nil,
        ignoredCalls: Set<String> = [],
        unreadable: [String: Range<Int>] = [:],
        lostPrefix: String? = nil,
        spaceLimit: Int? = nil
    ) {
        self.powerOffAtCall = powerOffAtCall
        self.failingCalls = failingCalls
        self.failingSyncs = failingSyncs
        self.longestWrite = longestWrite
        self.ignoredCalls = ignoredCalls
        self.unreadable = unreadable
        self.lostPrefix = lostPrefix
        self.spaceLimit = spaceLimit
    }
}
