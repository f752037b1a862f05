import Glibc
import TestSupport
import Testing

/// The shell recipes of the page on the log format, run as they are printed.
@Suite struct `The recipes for checking a log by hand` {
    private static let hasOpenSSL = access("/usr/bin/openssl", X_OK) == 0

    private let clinic = Clinic()

    init() {
        let simulated = clinic.run(
            ["simulate", "--home", clinic.home, "--chairs", "1", "--sessions", "1", "--seed", "5"]
        )
        #expect(simulated.exitCode == 0, "\(simulated.complaint)")
    }

    /// The blocks of shell on the page, in their order.
    private static let recipes: [String] = {
        let top = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let page = String(decoding: Clinic.bytes(top + "/Sources/EventLog/EventLog.docc/LogFormat.md"), as: UTF8.self)
        return page.split(separator: "```sh\n").dropFirst().compactMap { part in
            part.split(separator: "\n```").first.map { String($0) }
        }
    }()

    /// What a recipe says in a folder with a log, its seal and the public key.
    private func say(_ recipe: String, after change: String = "") throws -> (code: Int, text: String) {
        let folder = clinic.scratch("by-hand")
        let script = """
            rm -rf \(folder) && mkdir \(folder) && cd \(folder)
            cp \(clinic.sessions[0])/* . && cp \(clinic.home)/keys/station.vkey . && chmod u+w *
            \(change)
            \(recipe)
            """
        let shell = RunningProgram(["-c", script], environment: ["PATH": "/usr/bin:/bin"], program: "/bin/sh")
        return (try #require(shell.waitForEnd()), shell.text + shell.complaint)
    }

    @Test func `the chain and the self-check hold, and a changed digit breaks them`() throws {
        try #require(Self.recipes.count == 3)
        #expect(try say(Self.recipes[0]) == (0, ""))
        let altered = try say(
            Self.recipes[0],
            after: "sed -i '5s/\"v\":1/\"v\":2/' 000001.jsonl"
        )
        #expect(altered.text.contains("BAD SELF-CHECK") && altered.text.contains("CHAIN BREAK"))
        let shortened = try say(Self.recipes[0], after: "sed -i 4d 000001.jsonl")
        #expect(shortened.text == "CHAIN BREAK\n")
    }

    @Test func `the root is the seal's, and another's over other lines`() throws {
        try #require(Self.recipes.count == 3)
        #expect(try say(Self.recipes[1]) == (0, "SAME ROOT\n"))
        for change in ["sed -i '5s/\"v\":1/\"v\":2/' 000001.jsonl", "sed -i '$d' 000001.jsonl"] {
            #expect(try say(Self.recipes[1], after: change).text == "OTHER ROOT\n", "\(change)")
        }
    }

    @Test(.enabled(if: hasOpenSSL, "openssl is not here: apt-get install openssl"))
    func `openssl finds the signature good, and bad under another root`() throws {
        let good = try say(Self.recipes[2])
        #expect(good.code == 0 && good.text.contains("Verified Successfully"), "\(good.text)")
        let forged = try say(Self.recipes[2], after: "sed -i '2s/$/1/' seal.checkpoint")
        #expect(forged.code != 0 && !forged.text.contains("Verified Successfully"), "\(forged.text)")
    }
}
