import Foundation
import Testing

/// Checks of the source itself: the rules a reader of this code may rely on.
@Suite struct `The source` {
    /// What each pure target may import, and nothing else.
    static let pure: [String: Set<String>] = [
        "Session": [], "JSON": [], "Canvas": [], "Wording": ["Canvas", "Session"],
        "Screens": ["Canvas", "Session", "Wording"],
    ]

    @Test(arguments: pure.keys.sorted())
    func `keeps pure targets pure`(target: String) throws {
        let files = SourceTree.files(in: "Sources/\(target)")
        let allowed = try #require(Self.pure[target])

        #expect(!files.isEmpty)
        for file in files {
            #expect(SourceTree.imports(of: file).isSubset(of: allowed), "\(file)")
        }
    }

    @Test(arguments: pure.keys.sorted())
    func `reads no clock and draws no lots in pure targets`(target: String) {
        for file in SourceTree.files(in: "Sources/\(target)") {
            for line in file.lines where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                #expect(!line.contains("ContinuousClock"), "\(file)")
                #expect(!line.contains("SystemRandomNumberGenerator"), "\(file)")
                #expect(!line.contains(".random("), "\(file)")
            }
        }
    }

    @Test func `fits each file in a sitting`() {
        for file in SourceTree.files(in: "Sources") + SourceTree.files(in: "Tests") {
            #expect(file.lines.count <= 400, "\(file) has \(file.lines.count) lines")
        }
    }

    @Test func `keeps Foundation out of the program`() {
        for file in SourceTree.files(in: "Sources") {
            #expect(!SourceTree.imports(of: file).contains("Foundation"), "\(file)")
        }
    }

    @Test func `says package, never public`() {
        for file in SourceTree.files(in: "Sources") where file.path.hasSuffix(".swift") {
            for line in file.lines {
                let word = line.drop { $0 == " " }
                #expect(!word.hasPrefix("public ") && !word.hasPrefix("@testable"), "\(file): \(line)")
            }
        }
    }

    @Test func `lists every case of an enumeration, so that the compiler names each place a new one changes`() {
        let open = ["case" + " _:", "case" + " _,"]
        for file in SourceTree.files(in: "Sources", endings: ["swift"])
            + SourceTree.files(in: "Tests", endings: ["swift"])
        {
            for line in file.lines where open.contains(where: { line.contains($0) }) {
                Issue.record(
                    "\(file): \(line): say default over numbers and texts, and list the cases of an enumeration"
                )
            }
            // A default is for numbers, texts and bytes: beside the case of an enumeration it hides the next one.
            for (index, line) in file.lines.enumerated() where line.contains("switch ") && line.hasSuffix("{") {
                let cases = SourceTree.cases(ofSwitchAt: index, in: file)
                guard cases.contains(where: { $0.hasPrefix("default") }) else { continue }
                let members = cases.filter { $0.contains(/^case (let )?\.[a-z]/) }
                #expect(members.isEmpty, "\(file):\(index + 1): \(line)")
            }
        }
    }

    @Test func `leaves nothing for later`() {
        // The words are put together here so that this file does not hold them.
        let words = ["TO" + "DO", "FIX" + "ME", "XX" + "X:"]
        for file in SourceTree.files(in: "Sources") + SourceTree.files(in: "Tests") {
            for line in file.lines {
                for word in words { #expect(!line.contains(word), "\(file): \(line)") }
            }
        }
    }

    @Test func `waits for conditions in tests, never sleeps`() {
        let sleeps = ["sleep" + "(", "Task" + ".sleep"]
        for file in SourceTree.files(in: "Tests") where file.path.hasSuffix(".swift") {
            for line in file.lines {
                for word in sleeps { #expect(!line.contains(word), "\(file): \(line)") }
            }
        }
    }

    @Test func `shows every target on the README's map`() {
        let readme = SourceTree.text("README.md")
        for target in SourceTree.targets {
            #expect(readme.contains("  \(target)/"), "README's map lacks \(target)")
        }
    }

    @Test func `pins every dependency exactly`() {
        for line in SourceTree.text("Package.swift").split(separator: "\n") where line.contains(".package(") {
            #expect(line.contains("exact:"), "\(line)")
        }
    }

    @Test func `shows only the house at the top level`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: SourceTree.top.path)
        let house: Set = ["Package.swift", "Package.resolved", "README.md", "Sources", "Tests", "Themes"]
        for name in names where !name.hasPrefix(".") { #expect(house.contains(name), "\(name)") }
    }
}
