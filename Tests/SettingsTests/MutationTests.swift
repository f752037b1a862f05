import Glibc
import Settings
import Testing

@Suite struct `A damaged settings file` {
    /// SplitMix64: small, seeded, the same everywhere.
    struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    static let seed: UInt64 =
        getenv("VIGIL_SEED").flatMap { UInt64(String(cString: $0)) } ?? UInt64.random(in: 0...9999)
    static let scraps = [
        "&a ", "*a", "!!x ", "- ", ": ", "? ", "{", "}", "[", "]", "\"", "'", "|\n", ">\n", "#", "\n", "\t", "---\n",
        "<<: ",
        "..", "-", "9999999999999999999", "\u{85}", "\u{FEFF}", "%YAML 9\n", "~", "\"\\ud800\"", "\u{0}",
    ]

    static func damage(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &dice) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &dice)
            switch Int.random(in: 0..<5, using: &dice) {
            case 0: bytes[at] = UInt8.random(in: 0...255, using: &dice)
            case 1: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...40, using: &dice)))
            case 2: bytes.insert(contentsOf: Array((scraps.randomElement(using: &dice) ?? "").utf8), at: at)
            case 3: bytes = Array(bytes[..<at])
            default:
                let end = min(bytes.count, at + Int.random(in: 1...200, using: &dice))
                let target = Int.random(in: 0..<bytes.count, using: &dice)
                bytes.insert(contentsOf: Array(bytes[at..<end]), at: target)
            }
        }
        return bytes
    }

    @Test func `is read or refused with a place, and never ends the program`() throws {
        var dice = Dice(state: Self.seed)
        let station = StationConfiguration(name: "Ward 3", chairs: ["C1", "C2"]).bytes
        let shipped = try #require(ProtocolFile.shipped.first).bytes
        let theme = Array("\(`A theme`.scheme)\nroles:\n  text: { fg: base05, emphasis: [bold] }\n".utf8)
        var refused = 0
        for _ in 0..<200 {
            do throws(SettingsProblems) {
                _ = try Theme.read(bytes: Self.damage(theme, &dice), name: "t")
            } catch {
                refused += 1
                #expect(error.problems.allSatisfy { $0.line >= 1 && $0.column >= 1 }, "VIGIL_SEED=\(Self.seed)")
            }
        }
        for _ in 0..<400 {
            do throws(SettingsProblems) {
                _ = try StationConfiguration.read(bytes: Self.damage(station, &dice), name: "s")
            } catch {
                refused += 1
                #expect(error.problems.allSatisfy { $0.line >= 1 && $0.column >= 1 }, "VIGIL_SEED=\(Self.seed)")
            }
        }
        for _ in 0..<60 {
            do throws(SettingsProblems) {
                _ = try ProtocolFile.read(bytes: Self.damage(shipped, &dice), name: "p")
            } catch {
                refused += 1
                #expect(error.problems.allSatisfy { $0.line >= 1 && $0.column >= 1 }, "VIGIL_SEED=\(Self.seed)")
            }
        }
        #expect(refused > 0, "VIGIL_SEED=\(Self.seed)")
    }

    @Test(arguments: ["[", "{", "- ", "? ", "a: [", "[{"])
    func `nested without end is refused`(scrap: String) {
        let bytes = Array(String(repeating: scrap, count: 20_000).utf8)
        #expect(throws: SettingsProblems.self) { try StationConfiguration.read(bytes: bytes, name: "s") }
    }

    @Test func `larger than any settings file is refused`() {
        let bytes = [UInt8](repeating: 0x20, count: YamlReader.sizeLimitBytes + 1)
        #expect(throws: SettingsProblems.self) { try StationConfiguration.read(bytes: bytes, name: "s") }
    }
}
