package import EventLog

/// Everything that can be proven of one log: its chain, its seal, what the station's journal says of it, and the
/// attachments it names.
package struct LogAudit: Sendable {
    package enum Outcome: Int, Comparable, Sendable {
        /// Nothing is wrong, and a key that the reader brought along has signed all of it.
        case anchored
        /// Nothing is wrong; that the whole was not replaced by another is for a key kept elsewhere to say.
        case intact
        /// Acknowledged records, a seal or an attachment are lost or unreadable.
        case damaged
        /// Something was altered or put in.
        case forged

        package static func < (left: Outcome, right: Outcome) -> Bool { left.rawValue < right.rawValue }
    }

    package let verification: LogVerification
    package let outcome: Outcome
    /// What is wrong, one sentence each.
    package let problems: [String]
    /// What was found to hold, and what could not be checked.
    package let remarks: [String]
}

/// Audits logs by what a reader has at hand: keys, and the home they stand in.
package struct LogAuditor: Sendable {
    package let disk: any Disk
    /// The home the logs stand in; nil for logs elsewhere.
    package let home: JournalHome?
    /// What the home's journal says.
    package let knowledge: StationKnowledge
    /// What the home's journal says as far as a key that the reader brought along has signed it.
    private let anchored: StationKnowledge
    /// Keys the reader brought along; what they signed is anchored.
    package let trusted: [VerifierKey]
    /// Keys that stand in the home itself, and could be replaced with it.
    package let found: [VerifierKey]

    package init(home: JournalHome?, disk: any Disk, trusted: [VerifierKey]) throws {
        self.disk = disk
        self.home = home
        self.trusted = trusted
        guard let home else {
            (found, knowledge, anchored) = ([], StationKnowledge(), StationKnowledge())
            return
        }
        found = try StationKey.verifiers(in: home.keysPath, disk: disk)
        // A log without its station's journal is checked by itself.
        knowledge = try StationKnowledge.readIfThere(home)
        anchored = Self.anchored(in: home, by: trusted)
    }

    /// Audits one log.
    package func audit(_ location: LogLocation) throws(LogError) -> LogAudit {
        let name = location.journalName
        let reader = LogReader(disk: disk, threads: LogReader.processors)
        let verification = try reader.verify(location, expecting: knowledge.heads[name])
        var findings = Findings(verification)
        checkSeal(location, verification, &findings)
        if let sealed = knowledge.sealed[name] { check(sealed, location, verification, &findings) }
        if let home {
            if location == home.stationLog { try checkCheckpoint(of: home, &findings) }
            try checkAttachments(location, home, knowledge.heads[name], &findings)
        }
        if let head = anchored.heads[name], head.record == verification.recordCount - 1, findings.outcome == .intact {
            findings.outcome = .anchored
            findings.remarks.append("named in the station's journal, which is signed by a key you brought")
        }
        return findings.audit(verification)
    }

    private static func anchored(in home: JournalHome, by trusted: [VerifierKey]) -> StationKnowledge {
        var knowledge = StationKnowledge()
        guard let note = JournalCheckpoint.note(in: home), (try? note.signers(among: trusted)) != nil,
            let checkpoint = try? Checkpoint(parsing: note.text),
            let records = try? LogReader(disk: home.disk).read(home.stationLog).readable.prefix(checkpoint.size),
            records.count == checkpoint.size, MerkleTree(records.map(\.leaf)).root == checkpoint.root
        else { return knowledge }
        for record in records { knowledge.take(record) }
        return knowledge
    }

    /// Collects what is wrong and how badly.
    private struct Findings {
        var outcome = LogAudit.Outcome.intact
        var problems: [String] = []
        var remarks: [String] = []
        let isChainWhole: Bool

        init(_ verification: LogVerification) {
            switch verification.outcome {
            case .intact: isChainWhole = true
            case .torn:
                isChainWhole = true
                remarks = verification.findings.map(\.description)
            case .damaged:
                isChainWhole = false
                add(.damaged, verification.findings.map(\.description))
            case .forged:
                isChainWhole = false
                add(.forged, verification.findings.map(\.description))
            }
        }

        mutating func add(_ outcome: LogAudit.Outcome, _ sentences: [String]) {
            self.outcome = max(self.outcome, outcome)
            problems += sentences
        }

        func audit(_ verification: LogVerification) -> LogAudit {
            LogAudit(verification: verification, outcome: outcome, problems: problems, remarks: remarks)
        }
    }

    private func checkSeal(_ location: LogLocation, _ verification: LogVerification, _ findings: inout Findings) {
        let seal: LogSeal
        do throws(SealError) {
            guard let found = try LogReader(disk: disk).seal(of: location) else {
                findings.remarks.append(verification.isEnded ? "ended and not sealed" : "not sealed")
                return
            }
            seal = found
        } catch {
            return findings.add(.forged, ["\(error)"])
        }
        func contradict(_ outcome: LogAudit.Outcome, _ reason: String) {
            // Where records are lost the seal cannot agree, and says nothing more than that.
            if findings.isChainWhole { findings.add(outcome, ["\(location.sealPath): \(reason)"]) }
        }
        let checkpoint = seal.checkpoint
        if let log = verification.logID, !seal.isFor(log: log) {
            contradict(.forged, "it is the seal of another log, \(checkpoint.origin)")
        } else if verification.lineCount < checkpoint.size {
            contradict(.damaged, "it was made over \(checkpoint.size) lines, and \(verification.lineCount) are there")
        } else if verification.outcome == .torn {
            // A seal is made when everything is on disk: what is unfinished now was whole then.
            let places = verification.findings.map {
                "bytes \($0.bytes.lowerBound) to \($0.bytes.upperBound) of \($0.path)"
            }
            contradict(.damaged, "its log was whole, and \(places.joined(separator: ", ")) are not")
        } else if verification.lineCount > checkpoint.size || verification.root != checkpoint.root {
            contradict(.forged, "it was made over other lines")
        }
        checkSignature(seal, &findings)
    }

    private func checkSignature(_ seal: LogSeal, _ findings: inout Findings) {
        do throws(NoteError) {
            let signers = try seal.note.signers(among: trusted + found)
            let names = Set(signers.map(\.name)).sorted().joined(separator: ", ")
            if signers.contains(where: trusted.contains), findings.outcome == .intact {
                findings.outcome = .anchored
                findings.remarks.append("sealed and signed by \(names), a key you brought")
            } else {
                findings.remarks.append("sealed and signed by \(names), a key that stands in the same home")
            }
        } catch .wrongSignature(let name) {
            findings.add(.forged, ["the signature of \(name) under the seal is not by its key"])
        } catch {
            findings.remarks.append("sealed; \(error)")
        }
    }

    /// Compares a log with what was written down when it was sealed.
    private func check(
        _ sealed: SealedLog,
        _ location: LogLocation,
        _ verification: LogVerification,
        _ findings: inout Findings
    ) {
        let path = location.directory
        if (try? disk.item(at: location.sealPath)) == nil {
            findings.add(.damaged, ["\(location.sealPath): the seal is missing; the station had sealed this log"])
        }
        guard findings.isChainWhole else { return }
        if verification.lineCount < sealed.size {
            findings.add(
                .damaged,
                ["\(path): the station sealed \(sealed.size) lines, and \(verification.lineCount) are there"]
            )
        } else if verification.root != sealed.root {
            findings.add(.forged, ["\(path): the station sealed other lines"])
        }
    }

    /// Compares the station's journal with the signed statement of how far it had got.
    private func checkCheckpoint(of home: JournalHome, _ findings: inout Findings) throws(LogError) {
        guard let note = JournalCheckpoint.note(in: home) else { return }
        let contents = try LogReader(disk: disk).read(home.stationLog)
        let path = JournalCheckpoint.path(in: home)
        do throws(NoteError) {
            let checkpoint = try Checkpoint(parsing: note.text)
            let signers = try note.signers(among: trusted + found)
            let leaves = contents.readable.map(\.leaf)
            if checkpoint.size > leaves.count {
                findings.add(
                    .damaged,
                    ["\(path): \(checkpoint.size) records had been signed, and \(leaves.count) are there"]
                )
            } else if MerkleTree(leaves[..<checkpoint.size]).root != checkpoint.root {
                findings.add(.forged, ["\(path): other records had been signed"])
            } else if signers.contains(where: trusted.contains), findings.outcome == .intact {
                findings.outcome = .anchored
                findings.remarks.append("its first \(checkpoint.size) records are signed by a key you brought")
            }
        } catch {
            switch error {
            case .wrongSignature: findings.add(.forged, ["\(path): \(error)"])
            case .malformed: findings.add(.damaged, ["\(path): \(error)"])
            case .unknownKey: findings.remarks.append("its checkpoint: \(error)")
            }
        }
    }

    private func checkAttachments(
        _ location: LogLocation,
        _ home: JournalHome,
        _ head: LogHead?,
        _ findings: inout Findings
    ) throws(LogError) {
        let contents: LogContents
        do throws(LogError) {
            contents = try LogReader(disk: disk).read(location, expecting: head)
        } catch {
            // A log without a readable record or header names no attachments; the chain has been judged.
            switch error {
            case .damaged, .foreign: return
            case _: throw error
            }
        }
        for name in Set(contents.readable.compactMap(\.attachment)).sorted(by: { $0.hex < $1.hex }) {
            do throws(BlobError) {
                _ = try home.blobs.get(name)
            } catch {
                findings.add(.damaged, ["\(error)"])
            }
        }
    }
}

extension LogLocation {
    /// How a station's journal calls this log: a session's id, `staff`, or `ID/addendum`.
    var journalName: String {
        let name = directory.split(separator: "/").last.map { String($0) } ?? directory
        return prefix.isEmpty ? name : StationKnowledge.addendumName(of: name)
    }
}
