import ArgumentParser
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
        for path in paths {
            do {
                worst = max(worst, try verify(HomeOption.absolute(path)))
            } catch {
                complain("vigil: \(error)")
                worst = max(worst, .unreadable)
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
        return report(try auditor.audit(location), path)
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
            case .success(let audit): worst = max(worst, report(audit, entry.path))
            case .failure(.missing(let path)):
                say("\(entry.path): DAMAGED: it is missing: \(path)")
                worst = max(worst, .damaged)
            case .failure(let error):
                complain("vigil: \(error)")
                worst = max(worst, .unreadable)
            }
        }
        return worst
    }

    private func report(_ audit: LogAudit, _ path: String) -> Verdict {
        for problem in audit.problems { say(problem) }
        let verification = audit.verification
        let count = "\(verification.recordCount) records"
        let remarks = audit.remarks.joined(separator: "; ")
        switch audit.outcome {
        case .anchored:
            say("\(path): intact and anchored, \(count), \(remarks); root \(verification.root)")
            return .anchored
        case .intact:
            say("\(path): intact, \(count), not anchored: \(remarks); root \(verification.root)")
            return .intact
        case .damaged:
            say("\(path): DAMAGED, \(count) in an unbroken chain, \(verification.unchainedCount) whole ones after it")
            return .damaged
        case .forged:
            say("\(path): FORGED OR FORKED, \(count) in an unbroken chain")
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

/// What a verification comes to, the worst last.
enum Verdict: Int, Comparable {
    case anchored, intact, unreadable, damaged, forged

    static func < (left: Verdict, right: Verdict) -> Bool { left.rawValue < right.rawValue }

    var exitCode: Int32 {
        switch self {
        case .anchored: 0
        case .intact: 10
        case .damaged: 11
        case .forged: 12
        case .unreadable: 1
        }
    }
}

/// Keys that were kept away from the logs they sign.
struct TrustedKeys: ParsableArguments {
    @Option(name: .customLong("key"), help: "A file with a station's public key, kept elsewhere; may be repeated.")
    var files: [String] = []

    func read() throws -> [VerifierKey] {
        try files.flatMap { file in
            let path = HomeOption.absolute(file)
            let text = String(decoding: try SystemDisk().readWhole(path, limit: 65536), as: UTF8.self)
            let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
            guard !lines.isEmpty else { throw Failure("\(path) holds no key", cure: "vigil key prints a station's") }
            return try lines.map { line in
                do throws(NoteError) {
                    return try VerifierKey(parsing: String(line))
                } catch {
                    throw Failure("\(path): \(error)", cure: "vigil key prints a station's public key")
                }
            }
        }
    }
}
