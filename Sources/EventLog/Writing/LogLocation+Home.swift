extension LogLocation {
    /// Brings segments that were written to the other disk into the log's own directory, where that takes files again.
    ///
    /// Each is copied whole and flushed before it is taken away there. What cannot be brought home yet stays readable
    /// where it is.
    func bringHome(on disk: any Disk) {
        guard let fallback, let names = try? disk.list(fallback) else { return }
        for name in names where segmentNumber(of: name) != nil {
            do throws(DiskError) {
                let path = "\(fallback)/\(name)"
                try DurableFile.create("\(directory)/\(name)", try disk.readWhole(path), on: disk)
                try disk.remove(path)
            } catch {
                continue
            }
        }
    }
}
