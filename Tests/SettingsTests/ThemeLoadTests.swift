import Glibc
import Settings
import Testing

@Suite struct `A chosen theme` {
    let themes = TemporaryDirectory()

    static func text(_ name: String) -> String {
        `A theme`.scheme.replacing("Plain", with: name)
    }

    /// What is said when a theme cannot be loaded.
    func problems(_ name: String, directory: String?) -> [SettingsError] {
        do throws(SettingsProblems) {
            _ = try Theme.load(ThemeName(name), directory: directory)
            return []
        } catch {
            return error.problems
        }
    }

    @Test(arguments: ["dark", "light", "ward", "/etc/ward.yaml"])
    func `keeps the text it was chosen by`(text: String) {
        #expect(ThemeName(text).text == text)
    }

    @Test func `is dark or light without a file`() throws {
        #expect(try Theme.load(.dark) == Theme.dark)
        #expect(try Theme.load(.light) == Theme.light)
    }

    @Test func `stays dark or light when files of that name lie about`() throws {
        themes.write("dark.yaml", Self.text("Other"))
        #expect(try Theme.load(ThemeName("dark"), directory: themes.path) == Theme.dark)
    }

    @Test func `is found by its path`() throws {
        themes.write("ward.yaml", Self.text("Ward"))
        #expect(try Theme.load(ThemeName("\(themes.path)/ward.yaml")).name == "Ward")
    }

    @Test func `is found by a path from where the program was started`() throws {
        themes.write("ward.yaml", Self.text("Ward"))
        let here = try #require(getcwd(nil, 0))
        defer { free(here) }
        let up = String(repeating: "../", count: String(cString: here).split(separator: "/").count)
        #expect(try Theme.load(ThemeName("\(up)\(themes.path.dropFirst())/ward.yaml")).name == "Ward")
    }

    @Test func `is found by its name among one's own, before the shipped ones`() throws {
        themes.write("ward.yaml", Self.text("Ward"))
        #expect(try Theme.load(ThemeName("ward"), directory: themes.path).name == "Ward")
        #expect(try Theme.load(ThemeName("vigil-dark"), directory: themes.path) == Theme.dark)
        themes.write("vigil-dark.yaml", Self.text("Mine"))
        #expect(try Theme.load(ThemeName("vigil-dark"), directory: themes.path).name == "Mine")
    }

    @Test func `that is nowhere names those that are somewhere`() {
        themes.write("ward.yaml", Self.text("Ward"))
        let missing = problems("nowhere", directory: themes.path)
        #expect(
            missing.map(\.description) == [
                "nowhere:1:1: there is no theme \"nowhere\": write one of: dark, light, ward, or the path of a theme file, "
                    + "or put it in \(themes.path)"
            ]
        )
        #expect(
            problems("nowhere", directory: nil).map(\.cure) == [
                "write one of: dark, light, or the path of a theme file"
            ]
        )
    }

    @Test func `whose path leads nowhere is refused`() {
        let path = "\(themes.path)/none.yaml"
        let expected = "\(path):1:1: the file cannot be opened (No such file or directory): check the path"
        #expect(problems(path, directory: nil).map(\.description) == [expected])
        #expect(problems(themes.path, directory: nil).count == 1)
    }

    @Test func `with a mistake is refused with file, line, column and cure`() {
        themes.write("ward.yaml", Self.text("Ward") + "\nvariant: grey\n")
        let place = "\(themes.path)/ward.yaml"
        let expected = "\(place):19:10: grey is not known here: write one of: dark, light"
        #expect(problems("ward", directory: themes.path).map(\.description) == [expected])
        #expect(problems(place, directory: nil).map(\.description) == [expected])
    }

    @Test func `that is no text is refused`() {
        themes.write("ward.yaml", "name: \u{7}\n")
        #expect(problems("ward", directory: themes.path).map(\.problem) == ["a control character stands here"])
    }

    @Test(
        arguments: [
            ("/x", "/home/n", "/x/vigil/themes"), (nil, "/home/n", "/home/n/.config/vigil/themes"),
            ("x", "/home/n", "/home/n/.config/vigil/themes"), (nil, nil, nil), ("", "n", nil),
        ] as [(String?, String?, String?)]
    )
    func `lies where settings of people lie`(configHome: String?, userHome: String?, expected: String?) {
        #expect(Theme.directory(configHome: configHome, userHome: userHome) == expected)
    }
}
