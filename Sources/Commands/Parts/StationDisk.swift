import EventLog

/// What a station of this process keeps its records on.
enum StationDisk {
    @TaskLocal static var current: any Disk = SystemDisk()
}
