/// Brings back what a log has lost from a copy of it, byte for byte.
///
/// A damaged file is put aside whole before anything takes its place, and no record that can be read is given up: where
/// the copy is older than the log, its lines are followed by the log's own.
package struct LogRepair: Sendable {
    /// The segments that were replaced, or were missing, by their names.
    package let segments: [String]

    /// Repairs the log at `location` from the one at `copy`; nothing else may write to it.
    ///
    /// - Throws: `RepairError` if the copy cannot mend it; then nothing is changed.
    package static func repair(
        _ location: LogLocation,
        from copy: LogLocation,
        disk: any Disk
    ) throws(RepairError) -> LogRepair {
        let plan = try RepairPlan(location, copy, disk)
        let isSealed: Bool
        do throws(DiskError) {
            for change in plan.changes {
                let temporary = "\(location.directory)/\(change.name.dropLast(".jsonl".count)).r1.jsonl"
                if try disk.item(at: temporary) != nil { try disk.remove(temporary) }
                try disk.makeDirectories(location.directory)
                try DurableFile.create(temporary, change.bytes, on: disk)
                let path = "\(location.directory)/\(change.name)"
                if try disk.item(at: path) != nil {
                    let quarantine = Quarantine(location: location, disk: disk)
                    _ = try quarantine.keepWhole(try disk.readWhole(path), named: change.name)
                }
                try disk.rename(temporary, to: path)
                try disk.syncDirectory(location.directory)
            }
            if let seal = plan.seal { try DurableFile.create(location.sealPath, seal, on: disk) }
            isSealed = try disk.item(at: location.sealPath) != nil
        } catch {
            throw .disk(error)
        }
        if isSealed { try? LogReader(disk: disk).protect(location) }
        return LogRepair(segments: plan.changes.map(\.name) + (plan.seal == nil ? [] : ["seal.checkpoint"]))
    }

    /// The record that says so, for a log that goes on.
    package func draft(at moment: LogMoment) -> RecordDraft {
        var body = RecordBody()
        body.add("segments", segments.joined(separator: " "))
        return RecordDraft(
            kind: LogFormat.Kind.repaired,
            utcMicros: moment.utcMicros,
            bootMicros: moment.bootMicros,
            body: body.finish()
        )
    }
}

/// Why a log was not repaired; it is as it was.
package enum RepairError: Error, Equatable, Sendable, CustomStringConvertible {
    case disk(DiskError)
    case log(LogError)
    /// The copy is itself not as it was written.
    case badCopy(String)
    /// The copy is of another log.
    case otherLog(path: String, expected: String, found: String)
    /// There is nothing to repair.
    case intact(path: String)
    /// The copy does not hold what is lost, or contradicts what is there.
    case insufficient(path: String, reason: String)

    package var description: String {
        switch self {
        case .disk(let error): "\(error)"
        case .log(let error): "\(error)"
        case .badCopy(let reason): "the copy is itself damaged (\(reason)): use another one"
        case .otherLog(let path, let expected, let found):
            "\(path) is a copy of the log \(found), and this one is \(expected): name the right one"
        case .intact(let path): "\(path) needs no repair"
        case .insufficient(let path, let reason):
            "\(path) cannot be repaired from this copy (\(reason)): nothing was changed; use a later copy"
        }
    }
}

/// Which files a repair replaces, decided before anything is touched.
private struct RepairPlan {
    var changes: [(name: String, bytes: [UInt8])] = []
    var seal: [UInt8]?

    init(_ location: LogLocation, _ copy: LogLocation, _ disk: any Disk) throws(RepairError) {
        let reader = LogReader(disk: disk)
        let copied: LogContents
        do throws(LogError) {
            copied = try reader.read(copy)
        } catch {
            throw .log(error)
        }
        if let finding = copied.damage.first { throw .badCopy("\(finding)") }
        let damaged = Self.read(location, reader)
        if let damaged, !damaged.header.logID.isEmpty, damaged.header.logID != copied.header.logID {
            throw .otherLog(path: "\(copy)", expected: damaged.header.logID, found: copied.header.logID)
        }
        do throws(LogError) {
            try plan(location, copy, damaged, reader)
        } catch {
            throw .log(error)
        }
        do throws(DiskError) {
            if try disk.item(at: location.sealPath) == nil, try disk.item(at: copy.sealPath) != nil {
                seal = try disk.readWhole(copy.sealPath)
            }
        } catch {
            throw .disk(error)
        }
        guard !changes.isEmpty || seal != nil else {
            if damaged?.damage.isEmpty == false {
                throw .insufficient(path: "\(location)", reason: "its copy is as damaged")
            }
            throw .intact(path: "\(location)")
        }
        try check(location, damaged, reader)
    }

    private static func read(_ location: LogLocation, _ reader: LogReader) -> LogContents? {
        try? reader.read(location)
    }

    private mutating func plan(
        _ location: LogLocation,
        _ copy: LogLocation,
        _ damaged: LogContents?,
        _ reader: LogReader
    ) throws(LogError) {
        var there: [Int: LogSegment] = [:]
        do throws(LogError) {
            for segment in try reader.segments(of: location) { there[segment.number] = segment }
        } catch {
            guard case .missing = error else { throw error }
        }
        for segment in try reader.segments(of: copy) {
            let bytes = try reader.access { () throws(DiskError) in try reader.disk.readWhole(segment.path) }
            let name = location.segmentName(segment.number)
            guard let own = there[segment.number] else {
                changes.append((name, bytes))
                continue
            }
            let ownBytes = try reader.bytes(of: own).bytes
            guard ownBytes != bytes, !ownBytes.starts(with: bytes) else { continue }
            changes.append((name, Self.merged(bytes, ownBytes)))
        }
    }

    /// The copy's lines, and those of the damaged file that come after them.
    private static func merged(_ copy: [UInt8], _ own: [UInt8]) -> [UInt8] {
        let whole = LogReader.wholeLines(in: copy)
        guard let last = whole.last else { return copy }
        let later = LogReader.wholeLines(in: own).filter { $0.number > last.number }
        return copy + later.flatMap { $0.line + [UInt8(ascii: "\n")] }
    }

    /// The log must be whole with the changed files, and must hold every record that can be read now.
    private func check(_ location: LogLocation, _ damaged: LogContents?, _ reader: LogReader) throws(RepairError) {
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
            throw .insufficient(path: "\(location)", reason: "record \(lost.number) would be lost")
        }
    }
}
