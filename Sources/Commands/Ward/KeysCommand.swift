import ArgumentParser
import Screens
import Session
import Streams

/// Every key, for a page on the wall or in the manual.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Print every key of every place, from the tables that bind them."
    )

    @Flag(help: "Print tables in Markdown.") var markdown = false

    func run() throws {
        try reporting { try say(KeyList.sections.flatMap(markdown ? Self.markdown : Self.plain)) }
    }

    private static func plain(_ section: KeyList.Section) -> [String] {
        let keys = section.rows.map(\.key.count).max() ?? 0
        let does = section.rows.map(\.does.count).max() ?? 0
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.count))
        }
        let lines = section.rows.map { row in
            let line = "  \(padded(row.key, keys))  \(row.does)"
            let when = words(row.when)
            return when.isEmpty ? line : "  \(padded(row.key, keys))  \(padded(row.does, does))  \(when)"
        }
        return [section.title.uppercased()] + lines + [""]
    }

    private static func markdown(_ section: KeyList.Section) -> [String] {
        let rows = section.rows.map { row in
            // A bar would end the cell.
            let cells = ["`\(row.key)`", row.does, words(row.when)].map {
                $0.split(separator: "|", omittingEmptySubsequences: false)
            }
            return "| " + cells.map { $0.joined(separator: "\\|") }.joined(separator: " | ") + " |"
        }
        return ["## \(section.title)", "", "| key | does | when |", "|---|---|---|"] + rows + [""]
    }

    /// With which sessions a key is valid; empty where it always is.
    private static func words(_ when: KeyList.When) -> String {
        switch when {
        case .always: ""
        case .noSession: "empty chair"
        case .afterEntry: "for 10 s after an entry"
        case .phases(let phases) where phases.count == Phase.allCases.count: "any session"
        case .phases(let phases) where phases == Phase.allCases.filter(\.isLive): "any live session"
        case .phases(let phases): phases.map(\.word).joined(separator: ", ")
        }
    }
}
