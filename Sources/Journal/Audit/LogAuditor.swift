package import EventLog

/// Audits logs by what a reader has at hand: keys, and the home they stand in.
package struct LogAuditor: Sendable {
    package let disk: any Disk
    /// The home the logs stand in; nil for logs elsewhere.
    package let home: JournalHome?
    /// What the home's journal says, and how much of it is signed.
    let journal: JournalEvidence?
    /// Keys the reader brought along; what they signed is anchored.
    package let trusted: [VerifierKey]
    /// Checkpoints of the home's journal that were kept elsewhere.
    let checkpoints: [SignedNote]

    package init(
        home: JournalHome?,
        disk: any Disk,
        trusted: [VerifierKey],
        checkpoints: [SignedNote] = []
    ) throws {
        self.disk = disk
        self.home = home
        self.trusted = trusted
        self.checkpoints = checkpoints
        journal = try home.map { try JournalEvidence($0, trusted: trusted) }
    }

    /// What the home's journal says; nothing for a log elsewhere.
    var knowledge: StationKnowledge { journal?.knowledge ?? StationKnowledge() }

    /// Keys that stand in the home itself, and could be replaced with it.
    var found: [VerifierKey] { journal?.keys ?? [] }

    /// Audits one log.
    package func audit(_ location: LogLocation) throws(LogError) -> LogAudit {
        let name = location.journalName
        let reader = LogReader(disk: disk, threads: LogReader.processors)
        let verification: LogVerification
        do throws(LogError) {
            verification = try reader.verify(location, expecting: knowledge.expected(of: name))
        } catch {
            guard let reason = unreadable(error), let evidence = evidence(of: location) else { throw error }
            let problem =
                "\(location.printedPath): \(reason), and \(evidence): bring it back from a copy with vigil repair"
            return LogAudit(verification: .nothing(of: location), outcome: .damaged, problems: [problem], remarks: [])
        }
        var findings = Findings(verification)
        checkName(location, verification, &findings)
        try checkSeal(location, verification, &findings)
        if let sealed = knowledge.sealed[name] { check(sealed, location, verification, &findings) }
        if let home {
            if location == home.stationLog { checkJournal(of: home, &findings) }
            try checkAddenda(location, home, &findings)
            try checkKnown(location, verification, &findings)
            try checkAttachments(location, home, knowledge.heads[name], &findings)
        }
        if let head = journal?.anchored[name], head.record == verification.recordCount - 1,
            head.matches(verification.lastLeaf), findings.outcome == .intact
        {
            findings.outcome = .anchored
            findings.remarks.append("named in the station's journal, which is signed by a key you brought")
        }
        return findings.audit(verification)
    }

    /// What is wrong with a log of which nothing can be read; nil for what only the disk or the reader is to blame for.
    private func unreadable(_ error: LogError) -> String? {
        switch error {
        case .missing(let path): "\(path) is missing"
        case .foreign(let path, let reason): "\(path) is no log any more (\(reason))"
        case .newerFormat(let path, let format): "\(path) says that it is in the format \(format)"
        case .damaged(let finding): "\(finding)"
        case .disk(let error): error.isForeign ? "\(error)" : nil
        case .failed, .closed, .ended, .inUse, .existing, .unwritable, .recordTooLarge: nil
        }
    }

    /// What says that a log was here; nil if nothing does.
    private func evidence(of location: LogLocation) -> String? {
        let name = location.journalName
        if let sealed = knowledge.sealed[name] { return "the station had sealed \(sealed.size) lines of it" }
        if let head = knowledge.heads[name] { return "the station had seen \(head.record + 1) records of it" }
        if (try? disk.item(at: location.sealPath)) != nil { return "its seal is there" }
        guard let home, location == home.stationLog else { return nil }
        if journal?.checkpoint.checkpoint != nil { return "its signed checkpoint is there" }
        return (try? home.sessions().ids.isEmpty) == false ? "sessions are there" : nil
    }

    /// A log names the session it was made for, so that none can stand in another's place.
    private func checkName(_ location: LogLocation, _ verification: LogVerification, _ findings: inout Findings) {
        guard home != nil, let log = verification.logID else { return }
        let folder = location.directory.split(separator: "/").last.map { String($0) } ?? ""
        let start = location.prefix.isEmpty ? "\(folder)-" : "\(folder)-\(location.prefix)"
        let isOwn = log.hasPrefix(start) && log.dropFirst(start.count).allSatisfy(\.isHexDigit)
        if !isOwn { findings.add(.forged, ["\(location.printedPath): this is the log \(log), made for another place"]) }
    }

    /// Addenda name the seal of the log they were made for.
    private func checkAddenda(
        _ location: LogLocation,
        _ home: JournalHome,
        _ findings: inout Findings
    ) throws(LogError) {
        guard !location.prefix.isEmpty, let id = SessionID(folder: location.directory) else { return }
        let reader = LogReader(disk: disk)
        guard let seal = try? reader.seal(of: home.log(of: id)), let header = try reader.header(of: location),
            header.sealedRoot != seal.checkpoint.root
        else { return }
        findings.add(.forged, ["\(location.printedPath): its header names the seal of another log"])
    }

    /// Collects what is wrong and how badly.
    struct Findings {
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
            if sentences.isEmpty { return }
            self.outcome = max(self.outcome, outcome)
            problems += sentences
        }

        func audit(_ verification: LogVerification) -> LogAudit {
            LogAudit(verification: verification, outcome: outcome, problems: problems, remarks: remarks)
        }
    }

    private func checkSeal(
        _ location: LogLocation,
        _ verification: LogVerification,
        _ findings: inout Findings
    ) throws(LogError) {
        let seal: LogSeal
        do throws(SealError) {
            guard let found = try LogReader(disk: disk).seal(of: location) else {
                findings.remarks.append(verification.isEnded ? "ended and not sealed" : "not sealed")
                return
            }
            seal = found
        } catch {
            // What cannot be read may be a seal all the same.
            if case .disk(let error) = error, !error.isForeign { throw .disk(error) }
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
            case .disk, .failed, .closed, .ended, .inUse, .missing, .existing, .newerFormat, .unwritable,
                .recordTooLarge:
                throw error
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
