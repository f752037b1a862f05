import Glibc
import TestSupport
import Testing

@Suite struct `The command line` {
    /// A command, its exit code, and what it prints or complains.
    struct Call: CustomTestStringConvertible, Sendable {
        var words: [String]
        var code: Int
        var prints: [String] = []
        var complains: [String] = []

        var testDescription: String { "vigil " + words.joined(separator: " ") }
    }

    static let calls = [
        Call(words: ["nonsense"], code: 64, complains: ["Usage: vigil"]),
        Call(
            words: "calc dose --weight 80 --per-kg 0.5 --minutes 40 --concentration 1".words,
            code: 0,
            prints: ["40 mg", "40 mL", "60 mL/h", "12.5 mcg/kg/min", "0.75 mg/kg/h"]
        ),
        Call(
            words: "calc dose --weight 63.4 --per-kg 0.5 --minutes 40 --concentration 2".words,
            code: 0,
            prints: ["31.7 mg", "15.85 mL", "12.5 mcg/kg/min"]
        ),
        // What the pump gives at its step, and in words where it has none so slow.
        Call(
            words: "calc dose --weight 112.5 --per-kg 0.5 --minutes 40 --concentration 1".words,
            code: 0,
            prints: ["84.4 mL/h, gives 56.267 mg, 0.017 mg more than ordered"]
        ),
        Call(
            words: "calc dose --weight 79.9 --per-kg 0.5 --minutes 40 --concentration 100".words,
            code: 0,
            prints: ["39.95 mg", "volume     0.3995 mL", "0.599 mL/h", "pump       0.6 mL/h"]
        ),
        Call(
            words: "calc dose --weight 20 --per-kg 0.001 --minutes 40 --concentration 1".words,
            code: 0,
            prints: ["pump       NO PUMP RATE: slower than its step of 0.1 mL/h"]
        ),
        Call(
            words: "calc dose --weight 351 --per-kg 0.5 --minutes 40 --concentration 1".words,
            code: 64,
            complains: ["--weight: Weight 351 kg is outside 20 to 350 kg, what protocol iv-mood-0.5 takes"]
        ),
        Call(
            words: "calc dose --weight 80 --per-kg 0.5 --minutes 40 --concentration 1 --protocol /nowhere/p.yaml".words,
            code: 1,
            complains: ["/nowhere/p.yaml"]
        ),
        Call(
            words: "calc dose --weight zero --per-kg 0.5 --minutes 40 --concentration 1".words,
            code: 64,
            complains: ["--weight must be a number above 0"]
        ),
        Call(
            words: "calc dose --weight 80 --per-kg 0.5 --minutes 0 --concentration 1".words,
            code: 64,
            complains: ["must be above 0"]
        ),
        Call(words: ["protocol", "list"], code: 0, prints: ["iv-mood-0.5", "example - not approved"]),
        Call(words: ["protocol", "check", "/nowhere/p.yaml"], code: 1, prints: ["/nowhere/p.yaml", "check the path"]),
        Call(words: ["verify", "/nowhere"], code: 1, complains: ["vigil: /nowhere"]),
        Call(words: ["verify"], code: 64, complains: ["Usage: vigil verify"]),
        Call(words: ["log", "/nowhere"], code: 1, complains: ["vigil: /nowhere"]),
        Call(words: ["staff", "list"], code: 1, complains: ["vigil: "]),
        Call(words: ["simulate", "--home", "x", "--chairs", "0"], code: 64, complains: ["--chairs must be 1 to 24"]),
    ]

    @Test(arguments: calls)
    func `answers with the exit code and the words it promises`(call: Call) {
        let clinic = Clinic()
        let program = clinic.run(call.words)
        #expect(program.exitCode == call.code, "\(program.text)\(program.complaint)")
        for text in call.prints { #expect(program.text.contains(text), "\(program.text)") }
        for text in call.complains { #expect(program.complaint.contains(text), "\(program.complaint)") }
    }

    @Test func `names its commit in --version, and the same in every log that it writes`() throws {
        let clinic = Clinic()
        let version = clinic.run(["--version"]).text.dropLast()
        let shape = version.wholeMatch(of: /\d+\.\d+\.\d+( \(([0-9a-f]{8})\))?/)
        #expect(shape != nil, "\(version)")
        let commits = Clinic.text(Self.top + "/.git/logs/HEAD").split(separator: "\n")
        if !commits.isEmpty {
            let commit = try #require(shape?.output.2)
            // What was built may be older than the newest commit, but it is of this checkout.
            #expect(commits.contains { $0.dropFirst(41).hasPrefix(commit) }, "\(version)")
        }
        try #require(clinic.run(["simulate", "--home", clinic.home, "--chairs", "1"]).exitCode == 0)
        let logs = GoldenHome.files(in: clinic.home).filter { $0.hasSuffix(".jsonl") }
        #expect(logs.count == 3)
        for log in logs { #expect(Clinic.text(log).contains("\"writer\":\"vigil \(version)\""), "\(log)") }
    }

    @Test func `ends with 1 where standard output takes no more, and says so`() throws {
        let clinic = Clinic()
        try #require(clinic.run(["simulate", "--home", clinic.home, "--chairs", "1", "--seed", "3"]).exitCode == 0)
        let log = try #require(clinic.sessions.first)
        for command in ["log \(log) --summary", "log \(log) --json", "verify \(log)", "protocol list"] {
            let words = ["-c", "\(Program.path) \(command) > /dev/full"]
            let program = RunningProgram(words, environment: clinic.environment, program: "/bin/sh")
            #expect(program.waitForEnd() == 1, "\(command)")
            #expect(program.complaint.contains("standard output takes no more"), "\(command): \(program.complaint)")
        }
    }

    /// The README is the promise; a command it names must be there.
    @Test func `has every command that the README names`() throws {
        let readme = Clinic.text(Self.top + "/README.md")
        try #require(!readme.isEmpty, "there is no README.md in \(Self.top)")
        let clinic = Clinic()
        var commands: Set<[String]> = []
        for line in readme.split(separator: "\n") {
            for part in line.split(separator: "vigil ", omittingEmptySubsequences: false).dropFirst() {
                let command = Self.command(part)
                if Self.isCommand(line, before: part), !command.isEmpty { commands.insert(command) }
            }
        }
        try #require(commands.count > 3, "the README names hardly a command: \(commands)")
        for command in commands {
            let help = clinic.run(command + ["--help"])
            let usage = "USAGE: vigil " + command.joined(separator: " ")
            #expect(help.exitCode == 0 && help.text.contains(usage), "\(command): \(help.text)\(help.complaint)")
        }
    }

    @Test func `names the place and the cure of a protocol's mistake`() {
        let clinic = Clinic()
        let path = clinic.scratch("protocol.yaml")
        let shipped = Clinic.text(Self.top + "/Sources/Settings/Protocols/iv-mood-0.5.yaml")
        #expect(
            clinic.run(["protocol", "check", Self.top + "/Sources/Settings/Protocols/iv-mood-0.5.yaml"]).exitCode == 0
        )
        Clinic.write(shipped + "\nsurprise: 1\n", to: path)
        let line = shipped.split(separator: "\n", omittingEmptySubsequences: false).count + 1
        let program = clinic.run(["protocol", "check", path])
        #expect(program.exitCode == 1)
        #expect(program.text.contains("\(path):\(line):1: "), "\(program.text)")
        #expect(program.text.contains("surprise"), "\(program.text)")
    }

    @Test func `writes the same simulation in two processes, whatever zone they run in`() throws {
        let clinic = Clinic()
        let homes = ["first", "second"].map(clinic.scratch)
        let sessions = Sweep.count(4, whole: 12)
        for (home, zone) in zip(homes, ["UTC", "Asia/Kolkata"]) {
            let words = ["--home", home, "--chairs", "4", "--sessions", "\(sessions)", "--seed", "5"]
            let program = RunningProgram(
                ["simulate"] + words,
                environment: clinic.environment.merging(["TZ": zone]) { $1 }
            )
            try #require(program.waitForEnd() == 0, "\(program.complaint)")
        }
        func logs(_ home: String) -> [String: [UInt8]] {
            let names = GoldenHome.files(in: home + "/sessions") + GoldenHome.files(in: home + "/staff")
            let logs = names.filter { $0.hasSuffix(".jsonl") }.map { ($0.dropFirst(home.count), Clinic.bytes($0)) }
            return Dictionary(uniqueKeysWithValues: logs.map { (String($0.0), $0.1) })
        }
        let (one, other) = (logs(homes[0]), logs(homes[1]))
        #expect(one.count == sessions + 1 && Set(one.keys) == Set(other.keys))
        for (name, bytes) in one { #expect(other[name] == bytes, "\(name)") }
    }

    @Test func `ends a simulation with 1 where a session stayed open that had all the time it wanted`() throws {
        let clinic = Clinic()
        let words = ["simulate", "--home", clinic.home, "--chairs", "2"]
        let short = clinic.run(words + ["--minutes", "40"])
        #expect(short.exitCode == 0, "\(short.complaint)")
        #expect(short.text.split(separator: "\n").count { $0.hasPrefix("  open: ") } == 2, "\(short.text)")

        let rest = clinic.run(words)
        #expect(rest.exitCode == 0 && rest.text.contains("2 resumed, 2 closed, 0 left open"), "\(rest.text)")

        let path = clinic.scratch("series.csv")
        Clinic.write("time_s,parameter,value,unit\n0,NIBP_SYS,121,mm[Hg]\n0,NIBP_DIA,75,mm[Hg]\n", to: path)
        let open = clinic.run(["simulate", "--home", clinic.scratch("series"), "--chairs", "1", "--vitals", path])
        #expect(open.exitCode == 1 && open.complaint.contains("1 session did not close"), "\(open.complaint)")
    }

    @Test func `shows a copied log outside of any home, and says what it cannot know there`() throws {
        let clinic = Clinic()
        try #require(clinic.run(["simulate", "--home", clinic.home, "--chairs", "1"]).exitCode == 0)
        let log = try #require(clinic.sessions.first)
        let copy = clinic.scratch("copy")
        mkdir(copy, 0o700)
        GoldenHome.write(Clinic.bytes(log + "/000001.jsonl"), to: copy + "/000001.jsonl")

        let shown = clinic.run(["log", copy])
        #expect(shown.exitCode == 0)
        // The names stand in the home, not in the log.
        func events(_ text: String) -> [Substring] {
            text.split(separator: "\n").map { $0.prefix(upTo: $0.firstRange(of: "  (")?.lowerBound ?? $0.endIndex) }
        }
        #expect(events(shown.text) == events(clinic.run(["log", log]).text))
        #expect(shown.complaint.contains("shown without limits"), "\(shown.complaint)")
        #expect(!shown.complaint.contains("zone"), "the record carries it")
        #expect(clinic.run(["log", copy, "--summary"]).text.contains("PROTOCOL CANNOT BE READ"))
    }

    @Test func `tells an intact log from a torn, a damaged and a forged one`() throws {
        let clinic = Clinic()
        let words = ["--home", clinic.home, "--chairs", "1", "--seed", "7"]
        let simulation = clinic.run(["simulate"] + words)
        try #require(simulation.exitCode == 0, "\(simulation.complaint)")
        let log = try #require(clinic.sessions.first)
        let whole = Clinic.text(log + "/000001.jsonl")
        var lines = whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(clinic.run(["verify", log]).exitCode == 10)

        func outcome(_ text: String, _ name: String) -> Int? {
            let path = clinic.scratch(name)
            mkdir(path, 0o700)
            Clinic.write(text, to: path + "/000001.jsonl")
            return clinic.run(["verify", path]).exitCode
        }
        #expect(outcome(String(whole.dropLast(20)), "torn") == 10)
        #expect(
            outcome(whole.replacing("\"weightGrams\":", with: "\"weightgrams\":", maxReplacements: 1), "damaged") == 11
        )
        lines.remove(at: 5)
        #expect(outcome(lines.joined(separator: "\n"), "cut") == 11)
        #expect(outcome("", "empty") == 1)
        #expect(outcome("not a log\n", "foreign") == 1)
    }

    private static let top: String = {
        let parts = #filePath.split(separator: "/").dropLast(3)
        return "/" + parts.joined(separator: "/")
    }()

    /// The words of a command and its subcommand: those before an argument, a comment or the end of the code.
    private static func command(_ part: Substring) -> [String] {
        var words: [String] = []
        for word in part.split(separator: " ", omittingEmptySubsequences: false) {
            guard !word.isEmpty, word.allSatisfy({ $0.isLetter && $0.isLowercase }) else {
                let code = word.prefix { $0 != "`" }
                return !code.isEmpty && code.count < word.count && code.allSatisfy(\.isLowercase)
                    ? words + [String(code)] : words
            }
            words.append(String(word))
        }
        return words
    }

    /// Whether a `vigil ` in a line begins a command and no sentence: it stands in code.
    private static func isCommand(_ line: Substring, before part: Substring) -> Bool {
        let head = line[..<part.startIndex].dropLast("vigil ".count)
        if line.hasPrefix("    ") || line.hasPrefix("vigil") { return head.allSatisfy { $0 == " " } }
        return head.last == "`" || head.last == "$" || head.hasSuffix("$ ")
    }
}

extension String {
    fileprivate var words: [String] { split(separator: " ").map(String.init) }
}
