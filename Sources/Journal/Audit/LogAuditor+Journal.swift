import EventLog

/// What the home's journal says of the logs, and of itself.
extension LogAuditor {
    /// A session that its station never spoke of was put there, or the journal that knew of it was taken away.
    func checkKnown(
        _ location: LogLocation,
        _ verification: LogVerification,
        _ findings: inout Findings
    ) throws(LogError) {
        // A check-in that was cut off leaves a header, and nobody was told that it succeeded.
        guard location.prefix.isEmpty, verification.recordCount > 1,
            let id = SessionID(folder: location.directory), let contents = journal?.contents,
            let newest = contents.readable.last?.utcMicros, contents.damage.isEmpty, !knowledge.knows(id.text),
            let opened = id.openedAtUTCMicros, opened < newest
        else { return }
        findings.add(
            .damaged,
            ["\(location.directory): the station's journal knows no such session, and went on after it was opened"]
        )
    }

    /// What the station's journal says of itself, and whether it is the one that was signed.
    func checkJournal(of home: JournalHome, _ findings: inout Findings) {
        guard let journal, let contents = journal.contents else { return }
        findings.add(.damaged, journal.keyProblems)
        findings.add(.damaged, knowledge.problems.map { "\(home.stationLog.directory): \($0)" })
        let cure = "repair it from a copy with vigil repair"
        findings.add(.damaged, knowledge.damage.map { "\(home.stationLog.directory): \($0): \(cure)" })
        findings.add(.forged, knowledge.contradictions.map { "\(home.stationLog.directory): \($0)" })
        for note in checkpoints { compare(note, with: contents, &findings) }
        let path = JournalCheckpoint.path(in: home)
        switch journal.checkpoint {
        case .missing:
            guard knowledge.hasSigned(in: home) else { return }
            findings.add(.damaged, ["\(path): it is missing, and the station signs its journal"])
        case .unusable(let reason): findings.add(.damaged, [reason])
        case .signed(let checkpoint, let signers):
            // Where records are lost the signature cannot agree, and says nothing more than that.
            guard contents.damage.isEmpty else { return }
            let leaves = contents.readable.map(\.leaf)
            if checkpoint.size > leaves.count {
                let reason = "\(checkpoint.size) records had been signed, and \(leaves.count) are there"
                findings.add(.damaged, ["\(path): \(reason)"])
            } else if MerkleTree(leaves[..<checkpoint.size]).root != checkpoint.root {
                findings.add(.forged, ["\(path): other records had been signed"])
            } else if signers.contains(where: trusted.contains), findings.outcome == .intact {
                findings.outcome = .anchored
                findings.remarks.append("its first \(checkpoint.size) records are signed by a key you brought")
            }
        }
    }

    /// A checkpoint that was kept elsewhere shows even a journal that was put back to an earlier day, and signed again.
    private func compare(_ note: SignedNote, with contents: LogContents, _ findings: inout Findings) {
        do throws(NoteError) {
            let checkpoint = try Checkpoint(parsing: note.text)
            let signers = try note.signers(among: trusted + found)
            let what = "the checkpoint of \(checkpoint.size) records that you brought"
            guard signers.contains(where: { checkpoint.origin == JournalCheckpoint.origin(key: $0.name) }) else {
                return findings.add(.forged, ["\(what) is of \(checkpoint.origin), not of this journal"])
            }
            guard contents.damage.isEmpty else { return }
            let leaves = contents.readable.map(\.leaf)
            if checkpoint.size > leaves.count {
                findings.add(.damaged, ["\(what) was made when more was there: \(leaves.count) records are left"])
            } else if MerkleTree(leaves[..<checkpoint.size]).root != checkpoint.root {
                findings.add(.forged, ["\(what) is of other records"])
            } else {
                findings.remarks.append("it goes on from \(what)")
            }
        } catch {
            findings.add(.forged, ["the checkpoint that you brought: \(error)"])
        }
    }
}
