import Session
import Settings
import Testing

@Suite struct `The protocol library` {
    let home = TemporaryDirectory()
    let clinic = TemporaryDirectory()

    /// The shipped file under another title, and another id if one is given.
    static func protocolText(id: String = "iv-mood-0.5", title: String) throws -> String {
        let shipped = try #require(ProtocolFile.shipped.first)
        return String(decoding: shipped.bytes, as: UTF8.self)
            .replacing("id: iv-mood-0.5\n", with: "id: \(id)\n")
            .replacing("title: IV ketamine 0.5 mg/kg over 40 min, depression", with: "title: \(title)")
    }

    func library() -> ProtocolLibrary { ProtocolLibrary(home: home.path, directory: clinic.path) }

    @Test func `holds the shipped protocols when the clinic has none`() {
        let library = ProtocolLibrary(home: nil, directory: nil)
        #expect(library.entries.map(\.rules.id) == ["iv-mood-0.5"])
        #expect(library.entries.map(\.path) == [nil])
        #expect(library.problems.isEmpty)
    }

    @Test func `lets a file of the clinic take the place of a shipped one by its id`() throws {
        clinic.write("ours.yaml", try Self.protocolText(title: "Ours"))
        clinic.write("zz.yaml", try Self.protocolText(id: "own-1", title: "Own"))
        clinic.write("notes.txt", "no protocol")
        let library = library()
        #expect(library.entries.map(\.rules.title) == ["Ours", "Own"])
        #expect(library.entry(id: "own-1")?.path == "\(clinic.path)/zz.yaml")
        #expect(library.problems.isEmpty)
    }

    @Test func `never replaces the last good file with a bad one`() throws {
        let good = try Self.protocolText(title: "Ours")
        clinic.write("ours.yaml", good)
        var library = library()
        clinic.write("ours.yaml", good.replacing("durationMinutes: 40", with: "durationMinutes: x"))
        library.reload()
        #expect(library.entries.map(\.rules.title) == ["Ours"])
        #expect(library.entries.map(\.isKept) == [true])
        #expect(library.problems.map(\.problem) == ["x is not a whole number"])
        clinic.write("ours.yaml", good.replacing("title: Ours", with: "title: Better"))
        library.reload()
        #expect(library.entries.map(\.rules.title) == ["Better"])
        #expect(library.entries.map(\.isKept) == [false])
        #expect(library.problems.isEmpty)
    }

    @Test func `keeps the last good file across a restart`() throws {
        let good = try Self.protocolText(title: "Ours")
        clinic.write("ours.yaml", good)
        _ = library()
        clinic.write("ours.yaml", "id: [")
        let restarted = library()
        #expect(restarted.entries.map(\.rules.title) == ["Ours"])
        #expect(restarted.entries.map(\.bytes) == [Array(good.utf8)])
        #expect(restarted.entries.map(\.isKept) == [true])
        #expect(restarted.problems.count == 1)
    }

    @Test func `forgets a file that the clinic removed`() throws {
        clinic.write("own.yaml", try Self.protocolText(id: "own-1", title: "Own"))
        var library = library()
        #expect(library.entry(id: "own-1") != nil)
        clinic.remove("own.yaml")
        library.reload()
        #expect(library.entry(id: "own-1") == nil)
        #expect(self.library().entries.count == 1)
    }

    @Test func `refuses a second file of the same id`() throws {
        clinic.write("a.yaml", try Self.protocolText(title: "First"))
        clinic.write("b.yaml", try Self.protocolText(title: "Second"))
        let library = library()
        #expect(library.entries.map(\.rules.title) == ["First"])
        #expect(
            library.problems.map(\.description) == [
                "\(clinic.path)/b.yaml:1:1: the id iv-mood-0.5 is already that of \(clinic.path)/a.yaml: "
                    + "give it an id of its own, or remove one of the files"
            ]
        )
    }

    @Test(
        arguments: [
            ("/etc/xdg", "/home/n", "/etc/xdg/vigil/protocols"), ("", "/home/n", "/home/n/.config/vigil/protocols"),
            ("relative", "/home/n", "/home/n/.config/vigil/protocols"), (nil, nil, nil),
        ] as [(String?, String?, String?)]
    )
    func `looks where the XDG base directories say`(configHome: String?, userHome: String?, expected: String?) {
        #expect(ProtocolLibrary.directory(configHome: configHome, userHome: userHome) == expected)
    }
}
