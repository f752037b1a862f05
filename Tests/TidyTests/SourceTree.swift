import Foundation

/// The checkout these tests were built from.
enum SourceTree {
    static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The Swift and C files of the program, and those of its tests; read once.
    static let sources = files(in: "Sources")
    static let tests = files(in: "Tests")

    /// The Swift files of the program and of its tests, by their words.
    static let swiftSources = withWords(sources)
    static let swiftTests = withWords(tests)

    private static func withWords(_ files: [SourceFile]) -> [(file: SourceFile, swift: SwiftWords)] {
        files.filter { $0.path.hasSuffix(".swift") }.map { ($0, SwiftWords($0)) }
    }

    /// The Swift and C files below a folder.
    private static func files(in folder: String, endings: [String] = ["swift", "c", "cpp", "h"]) -> [SourceFile] {
        let root = top.appendingPathComponent(folder)
        guard let walker = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) else { return [] }
        return walker.compactMap { $0 as? URL }.filter { endings.contains($0.pathExtension) }
            .sorted { $0.path < $1.path }
            .map {
                SourceFile(
                    path: String($0.path.dropFirst(top.path.count + 1)),
                    bytes: (try? Data(contentsOf: $0)).map { [UInt8]($0) } ?? []
                )
            }
    }

    static func text(of url: URL) -> String { (try? String(contentsOf: url, encoding: .utf8)) ?? "" }

    static func text(_ path: String) -> String { text(of: top.appendingPathComponent(path)) }

    /// The names of the targets, as folders of Sources.
    static var targets: [String] {
        let sources = top.appendingPathComponent("Sources").path
        return ((try? FileManager.default.contentsOfDirectory(atPath: sources)) ?? []).sorted()
    }

    /// The lines that begin the cases of a switch, as far out as the first of them.
    static func cases(ofSwitchAt index: Int, in file: SourceFile) -> [Substring] {
        func indent(_ line: Substring) -> Int { line.count - line.drop { $0 == " " }.count }
        let outside = indent(file.lines[index])
        let body = file.lines[(index + 1)...].prefix {
            $0.allSatisfy { $0 == " " } || indent($0) >= outside && !$0.dropFirst(outside).hasPrefix("}")
        }
        let starts = body.filter { $0.drop { $0 == " " }.contains(/^(case |default:|@unknown default:)/) }
        guard let first = starts.first.map(indent) else { return [] }
        return starts.filter { indent($0) == first }.map { $0.drop { $0 == " " } }
    }

    /// What a file imports.
    static func imports(of file: SourceFile) -> Set<String> {
        Set(
            file.lines.compactMap { line in
                guard line.contains("import") else { return nil }
                return line.firstMatch(of: /^(?:@\w+ )?(?:\w+ )?import (?:\w+ )?(\w+)/).map { String($0.1) }
            }
        )
    }
}
