import Glibc

/// How often the kernel told a block device to empty its cache, as /proc/diskstats counts it.
///
/// Other programs on the same device count too; only the comparison with the raw append beside it says something.
struct DeviceFlushes {
    private let device: String

    /// Nil where the device under `path` is not listed: tmpfs, an overlay, an old kernel.
    init?(under path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        let major = (status.st_dev >> 8) & 0xFFF
        let minor = (status.st_dev & 0xFF) | ((status.st_dev >> 12) & 0xFFF00)
        device = "\(major) \(minor)"
        if count == nil { return nil }
    }

    /// Flushes that the device has completed since the machine started.
    var count: Int? {
        for line in ProcessFile.text("/proc/diskstats").split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count >= 19, "\(fields[0]) \(fields[1])" == device else { continue }
            return Int(fields[18])
        }
        return nil
    }
}
