import EventLog
import Glibc
import Journal
import TestSupport
import Testing

/// The second verifier, in another language and by nothing but the description of the format, beside this one.
@Suite struct `The independent verifier` {
    private static let count = Sweep.count(16, whole: 3000)
    private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first { (path: String) in
        access(path, X_OK) == 0
    }

    private static let isThere: Bool = {
        guard let python else { return false }
        let words = ["-c", "import cryptography.hazmat.primitives.asymmetric.ed25519"]
        let program = RunningProgram(words, environment: ["PATH": "/usr/bin:/bin"], program: python)
        return program.waitForEnd() == 0
    }()

    private static let script: String = {
        let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        return "/" + tests + "/Verifier/verify.py"
    }()

    /// What both say of one log.
    private struct Answer: Equatable, CustomStringConvertible {
        var code: Int
        var records: Int
        var unchained: Int
        var lines: Int
        var root: String

        var description: String { "\(code), \(records)+\(unchained) records, \(lines) lines, \(root.prefix(8))" }
    }

    private func answerOfPython(_ log: String, _ clinic: Clinic, _ key: String) throws -> Answer {
        let words = [Self.script, "--key", key, "--home", clinic.home, log]
        let program = RunningProgram(words, environment: ["PATH": "/usr/bin:/bin"], program: try #require(Self.python))
        let code = try #require(program.waitForEnd())
        func number(_ name: String) -> Int {
            let parts = program.text.split(separator: "\"\(name)\": ", maxSplits: 1)
            return parts.count == 2 ? Int(parts[1].prefix { $0.isNumber }) ?? -1 : -1
        }
        guard code != 1 else { return Answer(code: 1, records: 0, unchained: 0, lines: 0, root: "") }
        let root = program.text.split(separator: "\"root\": \"", maxSplits: 1).dropFirst().first.map { $0.prefix(64) }
        return Answer(
            code: code,
            records: number("records"),
            unchained: number("unchained"),
            lines: number("lines"),
            root: root.map { String($0) } ?? program.text + program.complaint
        )
    }

    private func answerOfVigil(_ log: String, _ clinic: Clinic, _ trusted: [VerifierKey]) throws -> Answer {
        let home = JournalHome(path: clinic.home, disk: SystemDisk())
        let auditor = try LogAuditor(home: home, disk: home.disk, trusted: trusted)
        do throws(LogError) {
            let audit = try auditor.audit(LogLocation(directory: log))
            let codes: [LogAudit.Outcome: Int] = [.anchored: 0, .intact: 10, .damaged: 11, .forged: 12]
            return Answer(
                code: codes[audit.outcome] ?? -1,
                records: audit.verification.recordCount,
                unchained: audit.verification.unchainedCount,
                lines: audit.verification.lineCount,
                root: audit.verification.root.hex
            )
        } catch {
            return Answer(code: 1, records: 0, unchained: 0, lines: 0, root: "")
        }
    }

    @Test(.enabled(if: isThere, "python3 with cryptography is not here: apt-get install python3-cryptography"))
    func `is short enough to be read at once`() {
        #expect(Clinic.text(Self.script).split(separator: "\n", omittingEmptySubsequences: false).count <= 200)
    }

    @Test(.enabled(if: isThere, "python3 with cryptography is not here: apt-get install python3-cryptography"))
    func `says the same of sealed and open logs, whole and harmed`() throws {
        let clinic = Clinic()
        // Some are closed and sealed, others are left open.
        let words = ["simulate", "--home", clinic.home, "--chairs", "3", "--sessions", "6", "--minutes", "170"]
        #expect(clinic.run(words).exitCode == 0)
        let key = clinic.scratch("key.vkey")
        Clinic.write(clinic.run(["key"]).text, to: key)
        let trusted = [try VerifierKey(parsing: Clinic.text(key))]
        let random = SeededRandom("independent verifier")
        var mutator = Mutator(random)
        let logs = clinic.sessions
        var codes: [Int: Int] = [:]
        for turn in 0..<Self.count {
            let log = logs[turn % logs.count]
            let path = log + "/000001.jsonl"
            let before = Clinic.bytes(path)
            if turn >= logs.count { try put(turn % 3 == 0 ? mutator.fuzz(before) : mutator.harm(before), path) }
            let ours = try answerOfVigil(log, clinic, trusted)
            let theirs = try answerOfPython(log, clinic, key)
            #expect(ours == theirs, "turn \(turn) VIGIL_SEED=\(random.seed) \(log)")
            codes[ours.code, default: 0] += 1
            try put(before, path)
        }
        print("independent verifier: \(Self.count) logs, exit codes \(codes.sorted { $0.key < $1.key })")
        #expect(codes[0] != nil && codes[11] != nil && codes[12] != nil, "every answer was given: \(codes)")
    }

    private func put(_ bytes: [UInt8], _ path: String) throws {
        chmod(path, 0o600)
        let file = try SystemDisk().open(path, for: .updating)
        defer { SystemDisk().close(file) }
        try SystemDisk().truncate(file, to: 0)
        try SystemDisk().writeWhole(file, bytes)
    }
}
