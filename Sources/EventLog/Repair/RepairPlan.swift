/// Which files a repair replaces, decided before anything is touched.
struct RepairPlan {
    var changes: [(name: String, bytes: [UInt8])] = []
    /// Segments that belong to another log, or to this one after it was forged.
    var superfluous: [String] = []
    var seal: [UInt8]?
    /// The records that are known and that will not be there afterwards.
    var missing = 0..<0

    private let location: LogLocation
    private let copy: LogLocation
    private let reader: LogReader
    private let grounds: LogRepair.Grounds
    /// The root of the copy, where something outside of it says that this is the log.
    private var root: LogHash?

    init(
        _ location: LogLocation,
        _ copy: LogLocation,
        _ disk: any Disk,
        _ grounds: LogRepair.Grounds
    ) throws(RepairError) {
        (self.location, self.copy, self.grounds) = (location, copy, grounds)
        reader = LogReader(disk: disk)
        let copied: LogContents
        do throws(LogError) {
            copied = try reader.read(copy)
        } catch {
            throw .log(error)
        }
        if let finding = copied.damage.first { throw .badCopy("\(finding)") }
        let damaged = try? reader.read(location)
        try checkRoot()
        let isReplaced = root != nil || grounds.isSuccessor
        if !isReplaced, let damaged, !damaged.header.logID.isEmpty, damaged.header.logID != copied.header.logID {
            throw .otherLog(path: "\(copy)", expected: damaged.header.logID, found: copied.header.logID)
        }
        do throws(LogError) {
            try planSegments()
        } catch {
            throw .log(error)
        }
        try planSeal()
        guard !changes.isEmpty || !superfluous.isEmpty || seal != nil else {
            if let finding = damaged?.damage.first {
                throw .insufficient(path: "\(location)", reason: "its copy says the same, and still \(finding)")
            }
            // That a log holds all of its copy settles a doubt about it.
            if grounds.isSuccessor { return }
            throw .intact(path: "\(location)")
        }
        try check(isReplaced ? nil : damaged)
    }

    /// Whether the copy is what was sealed; its own seal says so only by a key of this station.
    private mutating func checkRoot() throws(RepairError) {
        guard let expected = grounds.sealedRoot ?? trustedRoot(at: location) ?? trustedRoot(at: copy) else { return }
        do throws(LogError) {
            root = try reader.digest(of: copy).root
        } catch {
            throw .log(error)
        }
        if root != expected { throw .badCopy("it is not what was sealed") }
    }

    private func trustedRoot(at location: LogLocation) -> LogHash? {
        guard let seal = try? reader.seal(of: location), let header = try? reader.header(of: copy),
            seal.isFor(log: header.logID), (try? seal.note.signers(among: grounds.keys)) != nil
        else { return nil }
        return seal.checkpoint.root
    }

    private mutating func planSegments() throws(LogError) {
        var there: [Int: LogSegment] = [:]
        do throws(LogError) {
            for segment in try reader.segments(of: location) { there[segment.number] = segment }
        } catch {
            guard case .missing = error else { throw error }
        }
        for segment in try reader.segments(of: copy) {
            let bytes = try reader.access { () throws(DiskError) in try reader.disk.readWhole(segment.path) }
            let name = location.segmentName(segment.number)
            guard let own = there.removeValue(forKey: segment.number) else {
                changes.append((name, bytes))
                continue
            }
            let ownBytes = try reader.bytes(of: own).bytes
            if root != nil {
                if ownBytes != bytes { changes.append((name, bytes)) }
            } else if grounds.isSuccessor {
                if !ownBytes.starts(with: bytes) { changes.append((name, bytes)) }
            } else if !ownBytes.starts(with: bytes) {
                changes.append((name, Self.merged(bytes, ownBytes)))
            }
        }
        // Where the log goes on from the copy's last segment, what follows is its own.
        if root != nil || (grounds.isSuccessor && !changes.isEmpty) { superfluous = there.values.map(\.path).sorted() }
    }

    /// The copy's lines, and those of the damaged file that come after them.
    private static func merged(_ copy: [UInt8], _ own: [UInt8]) -> [UInt8] {
        let whole = LogReader.wholeLines(in: copy)
        guard let last = whole.last else { return copy }
        let later = LogReader.wholeLines(in: own).filter { $0.number > last.number }
        return copy + later.flatMap { $0.line + [UInt8(ascii: "\n")] }
    }

    /// The copy's seal, where none stands or what stands there is not the seal of this log.
    private mutating func planSeal() throws(RepairError) {
        do throws(DiskError) {
            guard try reader.disk.item(at: copy.sealPath) != nil else { return }
            let bytes = try reader.disk.readWhole(copy.sealPath)
            let isThere = try reader.disk.item(at: location.sealPath) != nil
            let isOwn = isThere && trustedRoot(at: location) == root
            if !isThere || (root != nil && !isOwn) { seal = bytes }
        } catch {
            throw .disk(error)
        }
    }

    /// The log must be whole with the changed files, and must hold every record of `damaged` that can be read now.
    private mutating func check(_ damaged: LogContents?) throws(RepairError) {
        if !superfluous.isEmpty || changes.isEmpty { return }
        let mended: LogContents
        do throws(LogError) {
            mended = try reader.read(location, replacing: changes)
        } catch {
            throw .log(error)
        }
        if let finding = mended.damage.first {
            throw .insufficient(path: "\(location)", reason: "\(finding)")
        }
        let leaves = Set(mended.readable.map(\.leaf))
        if let lost = damaged?.readable.first(where: { !leaves.contains($0.leaf) }) {
            throw .insufficient(path: "\(location)", reason: "record \(lost.number) here is not in it")
        }
        if let head = grounds.head, head.record > mended.last.highest {
            missing = mended.last.highest + 1..<head.record + 1
        }
    }
}
