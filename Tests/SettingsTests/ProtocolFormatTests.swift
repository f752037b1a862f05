import Foundation
import Session
import Settings
import Testing

@Suite struct `The format of a protocol` {
    /// The shipped file as a text, with replacements made.
    private func text(_ changes: (old: String, new: String)...) throws -> String {
        let shipped = try #require(ProtocolFile.shipped.first)
        var text = String(decoding: shipped.bytes, as: UTF8.self)
        for change in changes {
            try #require(text.contains(change.old), "\(change.old) must stand in the shipped file")
            text = text.replacing(change.old, with: change.new)
        }
        return text
    }

    /// What is read of a text, or what is wrong with it.
    private func read(_ text: String, isKept: Bool) -> Result<InfusionProtocol, SettingsProblems> {
        let bytes = Array(text.utf8)
        do throws(SettingsProblems) {
            return .success(
                isKept ? try ProtocolFile.readKept(bytes: bytes) : try ProtocolFile.read(bytes: bytes, name: "p.yaml")
            )
        } catch {
            return .failure(error)
        }
    }

    private func problems(_ text: String, isKept: Bool) -> [String] {
        guard case .failure(let error) = read(text, isKept: isKept) else { return [] }
        return error.problems.map { "\($0.problem): \($0.cure)" }
    }

    @Test func `that is the first is read of a kept copy, with the defaults of that time`() throws {
        let old = try text(("format: 3\n", ""), ("  repeatAfterMinutes: 5\n", ""))
        let kept = try read(old, isKept: true).get()
        #expect(kept == (try read(text(), isKept: true).get()))
        #expect(kept.baseline.repeatAfterMinutes == 5)
        #expect(
            problems(old, isKept: false).first
                == "the file is of format 1, which does not say so: "
                + "write format: 3 above this line, then check the file again for what came with it"
        )
    }

    @Test func `that is the first may say in words what later became a default`() throws {
        let old = try text(("format: 3\n", ""), ("repeatAfterMinutes: 5", "repeatAfterMinutes: 7"))
        #expect(try read(old, isKept: true).get().baseline.repeatAfterMinutes == 7)
    }

    @Test(arguments: [true, false]) func `that is a later one is refused by name`(isKept: Bool) throws {
        let found = problems(try text(("format: 3\n", "format: 4\n")), isKept: isKept)
        #expect(
            found.contains { $0.hasPrefix("the file is of format 4, this program knows formats up to 3: ") },
            "\(found)"
        )
    }

    @Test(arguments: ["0", "two", "-1", "2.5", "[2]"]) func `is a number`(format: String) throws {
        #expect(!problems(try text(("format: 3\n", "format: \(format)\n")), isKept: false).isEmpty)
        #expect(!problems(try text(("format: 3\n", "format: \(format)\n")), isKept: true).isEmpty)
    }

    @Test func `without a default for a key that is missing is refused in a kept copy too, and the key is named`()
        throws
    {
        for old in ["format: 3\n", "format: 1\n", ""] {
            let found = problems(
                try text(("format: 3\n", old), ("  durationMinutes: 40\n", "")),
                isKept: true
            )
            #expect(found.contains { $0.contains("durationMinutes") }, "\(old): \(found)")
        }
    }

    @Test func `that keeps a session's copy passes over what later programs no longer know or check`() throws {
        let strange = try text(("  drug: ketamine\n", "  drug: ketamine\n  shadeOfVial: brown\n"))
        #expect(problems(strange, isKept: true).isEmpty)
        #expect(problems(strange, isKept: false).first?.hasPrefix("the key shadeOfVial is unknown") == true)
        let contradiction = try text(("doseMgPerKg: 0.5", "doseMgPerKg: 1"))
        #expect(problems(contradiction, isKept: true).isEmpty, "it was taken by the program of its time")
        #expect(!problems(contradiction, isKept: false).isEmpty)
    }

    /// The page that says what a format means is what the readers do.
    @Test func `has every default on its page`() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Settings")
        let page = try String(contentsOf: sources.appending(path: "Settings.docc/ProtocolFormats.md"), encoding: .utf8)
        var count = 0
        let readers = sources.appending(path: "Protocols")
        for file in try FileManager.default.contentsOfDirectory(atPath: readers.path) where file.hasSuffix(".swift") {
            let text = try String(contentsOf: readers.appending(path: file), encoding: .utf8)
            for match in text.matches(of: /\.since\((\d+), "(\w+)", before: (.+?)\) \{/) {
                count += 1
                let section = page.split(separator: "## Format \(match.1)").last?.split(separator: "## ").first ?? ""
                let rows = section.split(separator: "\n").filter { $0.contains("`\(match.2)`") }
                #expect(
                    rows.contains { $0.hasSuffix("| \(match.3) |") },
                    "\(match.2) stands at \(match.3) before format \(match.1)"
                )
            }
        }
        #expect(count > 0)
        for format in 1...ProtocolFile.format { #expect(page.contains("## Format \(format)\n")) }
    }
}

@Suite struct `A protocol of an earlier format` {
    @Test func `is used by nobody new, and neither is the example of its name`() throws {
        let clinic = TemporaryDirectory()
        let old = try `The protocol library`.protocolText(title: "Ours").replacing("format: 3\n", with: "")
        clinic.write("ours.yaml", old)
        let library = ProtocolLibrary(home: nil, directory: clinic.path)
        #expect(library.entries.isEmpty, "the example's limits are not the clinic's")
        #expect(library.problems.first?.problem == "the file is of format 1, which does not say so")
        #expect(library.problems.first?.cure.contains("write format: 3") == true)
    }

    @Test func `keeps the example out while it is being mended, whatever is typed`() throws {
        let clinic = TemporaryDirectory()
        let home = TemporaryDirectory()
        let ours = try `The protocol library`.protocolText(title: "Ours")
        mkdir(home.path + "/protocols", 0o700)
        home.write("protocols/ours.yaml", ours.replacing("format: 3\n", with: ""))
        for mistake in ["durationMinutes: x", "durationMinutes: [", "\t"] {
            clinic.write("ours.yaml", ours.replacing("durationMinutes: 40", with: mistake))
            #expect(ProtocolLibrary(home: home.path, directory: clinic.path).entries.isEmpty, "\(mistake)")
            #expect(ProtocolLibrary(home: nil, directory: clinic.path).entries.isEmpty, "\(mistake), without a copy")
        }
        clinic.remove("ours.yaml")
        clinic.write("iv-mood-0.5.yaml", "???")
        #expect(ProtocolLibrary(home: nil, directory: clinic.path).entries.isEmpty, "by its name alone")
    }
}
