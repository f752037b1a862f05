import ArgumentParser
import EventLog

/// Keys that were kept away from the logs they sign.
struct TrustedKeys: ParsableArguments {
    @Option(name: .customLong("key"), help: "A file with a station's public key, kept elsewhere; may be repeated.")
    var files: [String] = []

    func read() throws -> [VerifierKey] {
        try files.flatMap { file in
            let path = HomeOption.absolute(file)
            let text = String(decoding: try SystemDisk().readWhole(path, limit: 65536), as: UTF8.self)
            let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
            guard !lines.isEmpty else { throw Failure("\(path) holds no key", cure: "vigil key prints a station's") }
            return try lines.map { line in
                do throws(NoteError) {
                    return try VerifierKey(parsing: String(line))
                } catch {
                    throw Failure("\(path): \(error)", cure: "vigil key prints a station's public key")
                }
            }
        }
    }
}
