import Canvas
import Glibc
import TestSupport
import Testing

/// A file of expected text beside the tests; `VIGIL_SNAPSHOTS=write` rewrites it.
struct GoldenFile {
    let name: String

    private var path: String {
        let here = #filePath
        let folder = here.lastIndex(of: "/").map { String(here[..<$0]) } ?? "."
        return "\(folder)/Frames/\(name).txt"
    }

    /// Compares a frame with the file, or writes the file anew when asked to.
    func expect(_ frame: Frame, sourceLocation: SourceLocation = #_sourceLocation) {
        let text = FrameText(frame: frame, kept: FrameText.legend(of: read() ?? "")).text
        if Snapshots.areWritten {
            write(text)
            return
        }
        guard let expected = read() else {
            Issue.record("\(path) is not there; \(Snapshots.hint)", sourceLocation: sourceLocation)
            return
        }
        guard expected != text else { return }
        Issue.record("\(name) differs:\n\(Self.difference(expected, text))", sourceLocation: sourceLocation)
    }

    /// The first lines that differ.
    private static func difference(_ expected: String, _ actual: String) -> String {
        let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
        var lines: [String] = []
        for index in 0..<max(old.count, new.count) where lines.count < 24 {
            let left = index < old.count ? old[index] : ""
            let right = index < new.count ? new[index] : ""
            if left != right { lines += ["line \(index + 1)", "- \(left)", "+ \(right)"] }
        }
        return lines.joined(separator: "\n")
    }

    private func read() -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(_ text: String) {
        guard let file = fopen(path, "w") else {
            Issue.record("\(path) cannot be written")
            return
        }
        defer { fclose(file) }
        let bytes = Array(text.utf8)
        #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    }
}
