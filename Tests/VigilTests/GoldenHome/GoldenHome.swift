import EventLog
import Glibc
import TestSupport
import Testing

/// A home as an earlier version of the program left it, kept with the tests for ever.
struct GoldenHome: CustomTestStringConvertible {
    /// The version that made it.
    let version: String

    /// All that are kept, the oldest first.
    static let all = ["0.1", "0.2", "0.3"].map { GoldenHome(version: $0) }

    /// Where the home of the next version is made.
    static var next: String { "\(folder)/Homes/next" }

    /// How many records stand before the one that was harmed; from 0.3 on a baseline has its score of dissociation.
    var recordsBeforeHarm: Int { version < "0.3" ? 13 : 14 }

    var testDescription: String { version }

    private static var folder: String {
        let here = #filePath
        return here.lastIndex(of: "/").map { String(here[..<$0]) } ?? "."
    }

    /// What a home holds while a station runs, or what every start makes anew.
    private static let left: Set<String> = ["socket", "reserve.bin", "crashes", "config", "station.err"]

    /// Puts the home where a station can open it, with the modes that a repository cannot keep.
    func unpack(to home: String) { Self.copy(from: "\(Self.folder)/Homes/\(version)", to: home) }

    /// Compares what the program says of this home with what it said before; `VIGIL_SNAPSHOTS=write` writes it.
    func expect(_ text: String, in name: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let path = "\(Self.folder)/Homes/\(version).said/\(name)"
        if Snapshots.areWritten {
            Self.write(Array(text.utf8), to: path)
        } else {
            let expected = Clinic.text(path)
            #expect(text == expected, "\(path); \(Snapshots.hint)", sourceLocation: sourceLocation)
        }
    }

    /// The paths of all files below a folder.
    static func files(in folder: String) -> [String] {
        let disk = SystemDisk()
        return ((try? disk.list(folder)) ?? []).sorted().flatMap { name -> [String] in
            let path = "\(folder)/\(name)"
            if case .directory? = try? disk.item(at: path) { return files(in: path) }
            return [path]
        }
    }

    static func copy(from source: String, to target: String) {
        mkdir(target, 0o700)
        let disk = SystemDisk()
        for name in ((try? disk.list(source)) ?? []).sorted() where !left.contains(name) {
            let (from, to) = ("\(source)/\(name)", "\(target)/\(name)")
            if case .directory? = try? disk.item(at: from) {
                copy(from: from, to: to)
            } else {
                write(Clinic.bytes(from), to: to)
            }
        }
        let isSealed = access("\(target)/seal.checkpoint", F_OK) == 0
        for name in ["000001.jsonl", "seal.checkpoint"] where isSealed { chmod("\(target)/\(name)", 0o400) }
    }

    static func write(_ bytes: [UInt8], to path: String) {
        chmod(path, 0o600)
        guard let file = fopen(path, "w") else { preconditionFailure("\(path) cannot be written: errno \(errno)") }
        let count = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
        precondition(count == bytes.count, "\(path) was not written whole: errno \(errno)")
        fclose(file)
        chmod(path, 0o600)
    }
}
