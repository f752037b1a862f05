/// Brings back what a log has lost from a copy of it, byte for byte.
///
/// A damaged file is put aside whole before anything takes its place, and no record that can be read is given up: where
/// the copy is older than the log, its lines are followed by the log's own. Only where something outside of both says
/// that the copy is the log, it takes the place of whatever stands there.
package struct LogRepair: Sendable {
    /// The files that were replaced, or were missing, by their names.
    package let segments: [String]
    /// The records that are known and that the copy did not hold either.
    package let missing: Range<Int>

    /// What is known of a log from outside of it and of its copy.
    package struct Grounds: Sendable {
        /// How far it had got.
        var head: LogHead?
        /// The root under which the station sealed it.
        var sealedRoot: LogHash?
        /// Whether what stands there was begun after the log had been lost.
        var isSuccessor: Bool
        /// Keys of the station, which tell a seal from what is none.
        var keys: [VerifierKey]

        package init(
            head: LogHead? = nil,
            sealedRoot: LogHash? = nil,
            isSuccessor: Bool = false,
            keys: [VerifierKey] = []
        ) {
            self.head = head
            self.sealedRoot = sealedRoot
            self.isSuccessor = isSuccessor
            self.keys = keys
        }
    }

    /// Repairs the log at `location` from the one at `copy`; nothing else may write to it.
    ///
    /// - Throws: `RepairError` if the copy cannot mend it; then nothing is changed.
    package static func repair(
        _ location: LogLocation,
        from copy: LogLocation,
        disk: any Disk,
        on grounds: Grounds = Grounds()
    ) throws(RepairError) -> LogRepair {
        let plan = try RepairPlan(location, copy, disk, grounds)
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
            for path in plan.superfluous { try location.keepAside(path, on: disk) }
            if let seal = plan.seal {
                if try disk.item(at: location.sealPath) != nil { try location.keepAside(location.sealPath, on: disk) }
                try DurableFile.create(location.sealPath, seal, on: disk)
            }
            isSealed = try disk.item(at: location.sealPath) != nil
        } catch {
            throw .disk(error)
        }
        if isSealed { try? LogReader(disk: disk).protect(location) }
        let seal = plan.seal == nil ? [] : ["seal.checkpoint"]
        return LogRepair(segments: plan.changes.map(\.name) + seal, missing: plan.missing)
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
