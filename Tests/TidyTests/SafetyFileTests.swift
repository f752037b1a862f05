import Foundation
import Testing

/// The pages that say what can go wrong, and whose software this is, are what the checkout holds.
@Suite struct `The safety file` {
    private static let folder = "Sources/Session/Session.docc"

    /// A hazard of the page: its heading, its lines by their first word, and the tests it names with their files.
    struct Hazard {
        var name: String
        var lines: [String: String] = [:]
        var tests: [(name: String, file: String)] = []
    }

    static func hazards(of page: String) -> [Hazard] {
        page.split(separator: "\n### ").dropFirst().map { section in
            let lines = section.split(separator: "\n## ", maxSplits: 1)[0].split(separator: "\n")
            var hazard = Hazard(name: String(lines[0]))
            for line in lines.dropFirst() {
                if let match = line.wholeMatch(of: /- (Cause|Harm|Rule|Not yet|Tests):(.*)/) {
                    hazard.lines[String(match.1)] = match.2.trimmingCharacters(in: .whitespaces)
                } else if let match = line.wholeMatch(of: /\s\s- `([^`]+)` in `([^`]+)`/) {
                    hazard.tests.append((String(match.1), String(match.2)))
                } else {
                    hazard.lines["unknown: \(line)"] = ""
                }
            }
            return hazard
        }
    }

    /// What is wrong with a page of hazards.
    static func problems(of page: String, text: (_ path: String) -> String) -> [String] {
        let hazards = hazards(of: page)
        var problems = hazards.isEmpty ? ["there is no hazard"] : []
        if Set(hazards.map(\.name)).count != hazards.count { problems.append("two hazards have one name") }
        for hazard in hazards {
            for word in ["Cause", "Harm", "Rule"] where hazard.lines[word]?.isEmpty ?? true {
                problems.append("\(hazard.name): no \(word)")
            }
            problems += hazard.lines.keys.filter { $0.hasPrefix("unknown") }.map { "\(hazard.name): \($0)" }
            if hazard.tests.isEmpty { problems.append("\(hazard.name): no test") }
            for test in hazard.tests where !isTest(test.name, in: text(test.file), at: test.file) {
                problems.append("\(hazard.name): no test \(test.name) in \(test.file)")
            }
        }
        return problems
    }

    /// Whether a file of Tests has a test of this name: a function that `@Test` stands before.
    private static func isTest(_ name: String, in text: String, at path: String) -> Bool {
        guard path.hasPrefix("Tests/"), let place = text.range(of: "func `\(name)`(") else { return false }
        guard let mark = text[..<place.lowerBound].range(of: "@Test", options: .backwards) else { return false }
        return !text[mark.upperBound..<place.lowerBound].contains("func ")
    }

    @Test func `names for every hazard its cause, harm, rule and tests that exist`() {
        let page = SourceTree.text("\(Self.folder)/Hazards.md")
        let problems = Self.problems(of: page, text: SourceTree.text(_:))
        #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    }

    /// The use-related hazards that are looked for first, by the habit of IEC 62366.
    @Test func `has the hazards of use, and the first ones found at a chair`() {
        let names = Self.hazards(of: SourceTree.text("\(Self.folder)/Hazards.md")).map(\.name)
        let first = [
            "Wrong patient", "Wrong unit", "Wrong concentration", "Missed alarm", "Mode confusion",
            "Stale value shown as current", "Key-repeat double entry",
        ]
        #expect(names.prefix(first.count).elementsEqual(first))
        #expect(names.count > first.count)
    }

    /// A good page, and what makes it a bad one.
    @Test(arguments: [
        ("", "", [String]()), ("- Harm: B\n", "", ["A: no Harm"]), ("  - `t` in `Tests/T.swift`\n", "", ["A: no test"]),
        ("`t` in", "`u` in", ["A: no test u in Tests/T.swift"]),
        ("Tests/T", "Tests/U", ["A: no test t in Tests/U.swift"]),
        ("`t` in `Tests/T.swift`", "`helper` in `Tests/T.swift`", ["A: no test helper in Tests/T.swift"]),
        ("Tests/T", "Sources/T", ["A: no test t in Sources/T.swift"]), ("### A", "## A", ["there is no hazard"]),
        ("- Rule: C", "- Rules: C", ["A: no Rule", "A: unknown: - Rules: C"]),
    ])
    func `finds what a page of hazards lacks`(old: String, new: String, problems: [String]) {
        let good = "# Hazards\n\n### A\n\n- Cause: A\n- Harm: B\n- Rule: C\n- Tests:\n  - `t` in `Tests/T.swift`\n"
        let page = old.isEmpty ? good : good.replacingOccurrences(of: old, with: new)
        let source = "@Test func `t`() {}\nfunc `helper`() {}\n"
        let found = Self.problems(of: page) { $0.hasSuffix("/T.swift") ? source : "" }
        #expect(found == problems)
    }

    // Software of others.

    /// The rows of the table under a heading: name, version, licence, why.
    private static func rows(under heading: String) -> [[String]] {
        let page = SourceTree.text("\(folder)/Software.md")
        let section = page.components(separatedBy: "\n## \(heading)\n").dropFirst().first ?? ""
        let table = section.components(separatedBy: "\n## ")[0].split(separator: "\n").filter { $0.hasPrefix("|") }
        return table.dropFirst(2).map { line in
            line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }

    @Test func `says of each software of others its version, its licence and why it is there`() {
        for heading in ["Swift packages", "Debian packages", "What comes with those"] {
            let rows = Self.rows(under: heading)
            #expect(!rows.isEmpty, "\(heading)")
            for row in rows { #expect(row.count == 4 && row.allSatisfy { !$0.isEmpty }, "\(row)") }
        }
    }

    @Test func `lists the Swift packages that are built, in their versions`() throws {
        let listed = Set(Self.rows(under: "Swift packages").map { "\($0[0].lowercased()) \($0[1])" })
        let manifest = SourceTree.text("Package.swift")
        let pinned = Set(
            manifest.matches(of: /\.package\(url: "[^"]*\/([^"\/]+)", exact: "([^"]+)"\)/)
                .map { "\($0.1.lowercased()) \($0.2)" }
        )
        let declared = manifest.components(separatedBy: ".package(").count - 1
        #expect(pinned.count == declared && pinned.isSubset(of: listed), "\(pinned), listed \(listed)")
        // What they bring along is resolved with them.
        let resolved = Set(
            SourceTree.text("Package.resolved")
                .matches(of: /"identity" : "([^"]+)"[^}]*\{[^}]*"version" : "([^"]+)"/)
                .map { "\($0.1.lowercased()) \($0.2)" }
        )
        #expect(resolved == listed)
    }

    @Test func `lists the Debian packages that are installed`() {
        let listed = Set(Self.rows(under: "Debian packages").map { $0[0] })
        let readme = SourceTree.text("README.md")
        var installed: Set<String> = []
        for match in readme.matches(of: /apt-get install -y ([a-z0-9 .+-]+) &&/) {
            installed.formUnion(match.1.split(separator: " ").map(String.init))
        }
        installed.formUnion(readme.matches(of: /needs `([a-z0-9.+-]+)` too/).map { String($0.1) })
        for match in SourceTree.text("Package.swift").matches(of: /\.apt\(\["([^"]+)"\]\)/) {
            #expect(installed.contains(String(match.1)), "the README does not install \(match.1)")
        }
        #expect(!installed.isEmpty && listed == installed, "listed \(listed), installed \(installed)")
    }
}
