import Foundation
import Testing

/// The pages for people say what the source says.
@Suite struct `The pages` {
    private static let developing = "Sources/vigil/vigil.docc/Developing.md"

    /// The lines of the README that begin with a command.
    private static var calls: [Substring] {
        SourceTree.text("README.md").split(separator: "\n").filter { $0.hasPrefix("vigil ") }
    }

    private static func commands() -> [SourceFile] { SourceTree.sources.filter { $0.target == "Commands" } }

    @Test func `name every subcommand, and none that is not there`() throws {
        let root = try #require(Self.commands().first { $0.name == "VigilCommand" })
        let text = String(decoding: root.bytes, as: UTF8.self)
        let list = try #require(text.firstMatch(of: /subcommands: \[([^\]]*)\]/)).1
        var shown: Set<String> = []
        for type in list.matches(of: /(\w+)\.self/).map({ String($0.1) }) {
            let file = try #require(Self.commands().first { $0.name == type }, "\(type) has no file")
            let command = String(decoding: file.bytes, as: UTF8.self)
            let name = try #require(command.firstMatch(of: /commandName: "(\w+)"/)).1
            if !command.contains("shouldDisplay: false") { shown.insert(String(name)) }
        }
        let named = Set(Self.calls.flatMap { $0.matches(of: /vigil ([a-z]+)\b/).map { String($0.1) } })
        #expect(named == shown, "README.md: lacks \(shown.subtracting(named)), invents \(named.subtracting(shown))")
    }

    @Test func `name only options that a command takes`() {
        var options: Set<String> = ["--help", "--version"]
        for file in Self.commands() {
            let text = String(decoding: file.bytes, as: UTF8.self)
            for match in text.matches(of: /customLong\("([^"]+)"\)/) { options.insert("--\(match.1)") }
            for match in text.matches(of: /@(?:Option|Flag)[\s\S]*?var (\w+)/) {
                options.insert("--" + match.1.flatMap { $0.isUppercase ? "-\($0.lowercased())" : "\($0)" })
            }
        }
        for (index, line) in SourceTree.text("README.md").split(separator: "\n").enumerated() {
            guard line.hasPrefix("vigil ") || line.hasPrefix("   ") || line.contains("`--") else { continue }
            for match in line.matches(of: /--[a-z][a-z-]*/) {
                #expect(options.contains(String(match.0)), "README.md, text line \(index + 1): \(match.0)")
            }
        }
    }

    @Test func `name every variable that the program, its tests or its build ask for, and no other`() {
        var asked: [String: String] = [:]
        var texts = (SourceTree.sources + SourceTree.tests).map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
        texts += [".ci/run", "Package.swift"].map { ($0, SourceTree.text($0)) }
        for (path, text) in texts where text.contains("VIGIL_") {
            for match in text.matches(of: /VIGIL_[A-Z_]*[A-Z]/) where !match.0.hasSuffix("_H") {
                asked[String(match.0)] = path
            }
        }
        let page = SourceTree.text(Self.developing)
        let table = page.split(separator: "\n").filter { $0.hasPrefix("| `VIGIL_") }
        let named = Set(table.compactMap { $0.firstMatch(of: /^\| `(VIGIL_[A-Z_]+)/).map { String($0.1) } })
        for (variable, path) in asked.sorted(by: { $0.key < $1.key }) where !named.contains(variable) {
            Issue.record("\(path): \(variable) is not in the table of \(Self.developing)")
        }
        for variable in named.sorted() where asked[variable] == nil {
            Issue.record("\(Self.developing): nothing asks for \(variable)")
        }
        #expect(!named.isEmpty)
    }

    @Test func `name only files that are there`() {
        let swift = Set((SourceTree.sources + SourceTree.tests).compactMap { $0.path.split(separator: "/").last })
        for (index, line) in SourceTree.text(Self.developing).split(separator: "\n").enumerated() {
            for match in line.matches(of: /`([A-Za-z]+(?:\+[A-Za-z]+)?\.swift)`/) where !swift.contains(match.1) {
                guard !match.1.hasPrefix("Type+") else { continue }
                Issue.record("\(Self.developing), text line \(index + 1): there is no \(match.1)")
            }
        }
    }
}
