import Settings
import Testing

@Suite struct `A station configuration` {
    static let all = [
        StationConfiguration(name: "Ward 3", chairs: ["C1", "C2"]),
        StationConfiguration(
            name: #"Say "hello" \ ünïcode: # yes"#,
            chairs: ["1", "no", "null", "A1b2"],
            protocolName: "own-1.2",
            theme: .file(path: "/etc/vigil/a \"b\".yaml"),
            ascii: true,
            reducedMotion: true
        ),
        StationConfiguration(name: "x", chairs: (1...24).map { "C\($0)" }, theme: .light),
    ]

    @Test(arguments: all)
    func `reads back as it was written`(station: StationConfiguration) throws {
        #expect(try StationConfiguration.read(bytes: station.bytes, name: "station.yaml") == station)
    }

    @Test(arguments: all)
    func `lies in its directory as a whole file`(station: StationConfiguration) throws {
        let home = TemporaryDirectory()
        #expect(try StationConfiguration.read(home: home.path) == nil)
        try station.write(home: home.path)
        try station.write(home: home.path)
        #expect(try StationConfiguration.read(home: home.path) == station)
        #expect(home.names == ["station.yaml"])
    }

    @Test(arguments: [
        ("name: \"\"\nchairs: [C1]\nprotocol: p\n", "s.yaml:1:7: there is no value: write one, or remove the key"),
        (
            "name: \" \"\nchairs: [C1]\nprotocol: p\n",
            "s.yaml:1:7: the station name is empty: type one, such as Ward 3"
        ),
        ("name: W\nchairs: []\nprotocol: p\n", "s.yaml:2:9: there is no chair: name at least one, such as C1"),
        (
            "name: W\nchairs: [C1, c1]\nprotocol: p\n",
            "s.yaml:2:9: the chair c1 is named twice: give each its own name"
        ),
        (
            "name: W\nchairs: [Chair]\nprotocol: p\n",
            "s.yaml:2:9: Chair cannot be a chair: write 1 to 4 letters or digits, such as C1"
        ),
        (
            "name: W\nchairs: C1\nprotocol: p\n",
            "s.yaml:2:9: a list is needed here: write [a, b] or one line with a dash for each"
        ),
        (
            "name: W\nchairs: [C1]\n",
            "s.yaml:1:1: the key protocol is missing in this block: add protocol: and its value"
        ),
        (
            "name: W\nchairs: [C1]\nprotocol: p\nascii: yes\n",
            "s.yaml:4:8: yes is neither true nor false: write true or false"
        ),
        (
            "name: W\nchairs: [C1]\nprotocol: p\nfallback: spare\n",
            "s.yaml:4:11: spare is not a whole path: write a path that begins with /"
        ),
        (
            "name: W\nchairs: [C1]\nprotocol: p\ncolor: red\n",
            "s.yaml:4:1: the key color is unknown: remove it; the keys here are name, chairs, protocol, fallback, theme, ascii, reducedMotion"
        ),
    ])
    func `is refused with the place and the cure`(text: String, expected: String) {
        do throws(SettingsProblems) {
            _ = try StationConfiguration.read(bytes: Array(text.utf8), name: "s.yaml")
            Issue.record("it was read")
        } catch {
            #expect(error.problems.map(\.description) == [expected])
        }
    }

    @Test func `that could not be read back is not written`() {
        let home = TemporaryDirectory()
        let bad = StationConfiguration(name: "W", chairs: ["C1", "C1"])
        #expect(throws: SettingsProblems.self) { try bad.write(home: home.path) }
        #expect(home.names == [])
        #expect(bad.problems == ["the chair C1 is named twice: give each its own name"])
    }

    @Test(arguments: [(0, false), (1, true), (24, true), (25, false)])
    func `takes 1 to 24 chairs`(count: Int, isGood: Bool) {
        let chairs = (0..<count).map { "C\($0)" }
        #expect((StationConfiguration.problem(chairs: chairs) == nil) == isGood)
    }
}
