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
        let files = SourceTree.sources.filter { $0.target == target }
        let allowed = try #require(Self.pure[target])

        #expect(!files.isEmpty)
        for file in files {
            #expect(SourceTree.imports(of: file).isSubset(of: allowed), "\(file)")
        }
    }

    @Test(arguments: pure.keys.sorted())
    func `reads no clock and draws no lots in pure targets`(target: String) {
        for file in SourceTree.sources where file.target == target {
            for word in ["ContinuousClock", "SystemRandomNumberGenerator", ".random("] {
                #expect(file.places(of: word).isEmpty)
            }
        }
    }

    @Test func `fits each file in a sitting`() {
        for file in SourceTree.sources + SourceTree.tests {
            #expect(file.lines.count <= 400, "\(file) has \(file.lines.count) lines")
        }
    }

    @Test func `keeps Foundation out of the program`() {
        for file in SourceTree.sources { #expect(file.places(of: "import Foundation").isEmpty) }
    }

    @Test func `says package, never public`() {
        for (file, swift) in SourceTree.swiftSources {
            for word in swift.words where word.text == "public" { Issue.record("\(file):\(word.line): public") }
        }
        for (file, swift) in SourceTree.swiftTests {
            for word in swift.words where word.text == "testable" && word.before == UInt8(ascii: "@") {
                Issue.record("\(file):\(word.line): @testable")
            }
        }
    }

    @Test func `lists every case of an enumeration, so that the compiler names each place a new one changes`() {
        let open = ["case" + " _:", "case" + " _,"]
        for file in SourceTree.sources + SourceTree.tests where file.path.hasSuffix(".swift") {
            for place in open.flatMap(file.places) {
                Issue.record("\(place): say default over numbers and texts, and list the cases of an enumeration")
            }
            if file.places(of: "default").isEmpty { continue }
            // A default is for numbers, texts and bytes: beside the case of an enumeration it hides the next one.
            for (index, line) in file.lines.enumerated() where line.hasSuffix("{") && line.contains("switch ") {
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
        for file in SourceTree.sources + SourceTree.tests {
            for word in words { #expect(file.places(of: word).isEmpty) }
        }
    }

    @Test func `waits for conditions in tests, never sleeps`() {
        let sleeps = ["sleep" + "(", "Task" + ".sleep"]
        for file in SourceTree.tests where file.path.hasSuffix(".swift") {
            for word in sleeps { #expect(file.places(of: word).isEmpty) }
        }
    }

    @Test func `shows every target on the README's map`() {
        let readme = SourceTree.text("README.md")
        for target in SourceTree.targets {
            #expect(readme.contains("  \(target)/"), "README's map lacks \(target)")
        }
    }

    @Test func `sends text to a terminal through one door`() {
        // A crash's last words are written by the signal handler itself; the console draws on its own terminal.
        let ways = [
            "pri" + "nt(", "fpu" + "ts(", "FileHandle" + ".standard", "write(1" + ",", "write(2" + ",",
            "STDOUT" + "_FILENO", "STDERR" + "_FILENO",
        ]
        for file in SourceTree.sources where file.target != "Streams" && file.path != "Sources/CPlatform/crash.c" {
            for way in ways {
                for place in file.places(of: way) where !place.isEmpty {
                    Issue.record("\(place): \(way): say it through Streams")
                }
            }
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
