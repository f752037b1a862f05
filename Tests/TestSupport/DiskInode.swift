/// The bytes of one file on a `FaultyDisk`: as programs see them, and as the platter holds them.
struct DiskInode: Sendable {
    var current: [UInt8] = []
    private(set) var durable: [UInt8] = []
    var reservedEnd = 0
    /// The permission bits; a change of them is durable at once.
    var permissions: UInt32 = 0o600
    /// Sectors written since the last sync.
    private var dirty: Set<Int> = []
    /// Sectors a failed flush called clean; no later flush writes them.
    private var lost: Set<Int> = []

    private static let sectorSize = 512

    init() {}

    init(durable bytes: [UInt8]) {
        current = bytes
        durable = bytes
    }

    mutating func write(_ bytes: [UInt8], at offset: Int) {
        guard !bytes.isEmpty else { return }
        let end = offset + bytes.count
        if end > current.count { current += [UInt8](repeating: 0, count: end - current.count) }
        current.replaceSubrange(offset..<end, with: bytes)
        let sectors = offset / Self.sectorSize...(end - 1) / Self.sectorSize
        dirty.formUnion(sectors)
        lost.subtract(sectors)
    }

    mutating func truncate(to size: Int) {
        if size < current.count {
            current.removeLast(current.count - size)
        } else {
            current += [UInt8](repeating: 0, count: size - current.count)
        }
        reservedEnd = min(reservedEnd, size)
    }

    mutating func sync() {
        defer { dirty = [] }
        // Nothing is lost: the same as below, without a step for each sector of a ballast.
        if lost.isEmpty {
            durable = current
            return
        }
        var synced = durable.prefix(current.count) + repeatElement(0, count: max(0, current.count - durable.count))
        for sector in 0..<(current.count + Self.sectorSize - 1) / Self.sectorSize where !lost.contains(sector) {
            let range = self.range(of: sector, in: current.count)
            synced.replaceSubrange(range, with: current[range])
        }
        durable = Array(synced)
    }

    mutating func failSync() {
        lost.formUnion(dirty)
        dirty = []
    }

    /// One of the states a power cut may leave: each unsynced sector new, old or trashed, the size anything between.
    func afterPowerCut(using choices: inout some CrashChoices) -> DiskInode {
        let sizes = [durable.count, current.count].sorted()
        let size = sizes[0] == sizes[1] ? sizes[0] : choices.size(from: sizes[0], to: sizes[1], sector: Self.sectorSize)
        var bytes = Array(durable.prefix(size) + repeatElement(0, count: max(0, size - durable.count)))
        for sector in dirty.sorted() {
            let range = self.range(of: sector, in: min(size, current.count))
            guard !range.isEmpty else { continue }
            switch choices.pick(3) {
            case 0: bytes.replaceSubrange(range, with: current[range])
            case 1: break
            default: trash(range, in: &bytes, from: UInt64(sector))
            }
        }
        var inode = DiskInode(durable: bytes)
        inode.permissions = permissions
        return inode
    }

    /// Bytes that were durable already stay as they are: rewriting them unchanged or appending after them moves nothing.
    private func trash(_ range: Range<Int>, in bytes: inout [UInt8], from seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for index in range where index >= durable.count || durable[index] != current[index] {
            bytes[index] = UInt8.random(in: 0...255, using: &random)
        }
    }

    private func range(of sector: Int, in size: Int) -> Range<Int> {
        let start = min(sector * Self.sectorSize, size)
        return start..<min(start + Self.sectorSize, size)
    }
}
