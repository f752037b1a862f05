import ArgumentParser
import Streams
import EventLog
import Journal

/// Proves that logs are as they were written.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check logs: chain, seal, signature, the station's journal, attachments.",
        discussion: """
            Exit codes: 0 intact and signed by a key you brought with --key, 10 intact, 11 damaged (the ranges are \
            listed), 12 forged or forked, 1 could not be read. Of several, the gravest counts: 12, 11, 1, 10, 0. A \
            key that only stands in the same home anchors nothing: whoever can change the logs there can change it too.
            """
    )

    @Argument(help: "A station's folder, log folders, files in them, or a proof.") var paths: [String]
    @OptionGroup var keys: TrustedKeys
    @Option(
        name: .customLong("checkpoint"),
        help: "A journal.checkpoint of this station, kept elsewhere; may be repeated."
    )
    var checkpoints: [String] = []

    func run() throws {
        var worst = Verdict.anchored
        try reporting {
            for path in paths {
                do {
                    worst = max(worst, try verify(HomeOption.absolute(path)))
                } catch let error as StreamError {
                    throw error
                } catch {
                    complain("vigil: \(error)")
                    worst = max(worst, .unreadable)
                }
            }
        }
        throw ExitCode(worst.exitCode)
    }

    private func verify(_ path: String) throws -> Verdict {
        let disk = SystemDisk()
        let trusted = try keys.read()
        if LogProof.stands(at: path, on: disk) { return try ProofReport(path, trusted).say() }
        if let home = Self.home(at: path, disk) { return try verify(home, trusted) }
        let named = try LogReader(disk: disk).location(of: path)
        let found = journalHome(around: named)
        let location = found?.log ?? named
        let auditor = try LogAuditor(home: found?.home, disk: disk, trusted: trusted)
        return try report(auditor.audit(location), path)
    }

    private func verify(_ home: JournalHome, _ trusted: [VerifierKey]) throws -> Verdict {
        let notes = try checkpoints.map { file in
            let path = HomeOption.absolute(file)
            let bytes = try SystemDisk().readWhole(path, limit: SignedNote.byteLimit + 1)
            do throws(NoteError) {
                return try SignedNote(parsing: bytes)
            } catch {
                throw Failure("\(path): \(error)", cure: "name a copy of station/journal.checkpoint")
            }
        }
        let auditor = try LogAuditor(home: home, disk: home.disk, trusted: trusted, checkpoints: notes)
        let entries = try auditor.auditAll(in: home)
        guard !entries.isEmpty else {
            throw Failure("\(home.path) holds no log", cure: "name a station's folder")
        }
        var worst = Verdict.anchored
        for entry in entries {
            switch entry.result {
            case .success(let audit): worst = max(worst, try report(audit, entry.path))
            case .failure(.missing(let path)):
                try say("\(entry.path): DAMAGED: it is missing: \(path)")
                worst = max(worst, .damaged)
            case .failure(let error):
                complain("vigil: \(error)")
                worst = max(worst, .unreadable)
            }
        }
        return worst
    }

    private func report(_ audit: LogAudit, _ path: String) throws -> Verdict {
        for problem in audit.problems { try say(problem) }
        let verification = audit.verification
        let count = "\(verification.recordCount) records"
        let remarks = audit.remarks.joined(separator: "; ")
        switch audit.outcome {
        case .anchored:
            try say("\(path): intact and anchored, \(count), \(remarks); root \(verification.root)")
            return .anchored
        case .intact:
            try say("\(path): intact, \(count), not anchored: \(remarks); root \(verification.root)")
            return .intact
        case .damaged:
            try say(
                "\(path): DAMAGED, \(count) in an unbroken chain, \(verification.unchainedCount) whole ones after it"
            )
            return .damaged
        case .forged:
            try say("\(path): FORGED OR FORKED, \(count) in an unbroken chain")
            return .forged
        }
    }

    /// A station's home, if the path is one.
    private static func home(at path: String, _ disk: any Disk) -> JournalHome? {
        let home = journalHome(path)
        let marks = [home.sessionsPath, home.stationLog.directory]
        return marks.contains { (try? disk.item(at: $0)) == .directory } ? home : nil
    }
}
