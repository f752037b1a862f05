import EventLog
import Journal
import TestSupport
import Testing

/// What a simulation said was on disk: the last event of each session, as `--acks` prints them.
struct Acknowledgements {
    private(set) var last: [String: Int] = [:]

    init() {}

    /// Takes what was printed; the last line may have been cut off.
    init(_ text: String) {
        let whole = text.lastIndex(of: "\n").map { text[...$0] } ?? ""
        for line in whole.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count == 2, let number = Int(words[1]) {
                last[String(words[0])] = max(number, last[String(words[0])] ?? -1)
            }
        }
    }

    var count: Int { last.values.reduce(0) { $0 + $1 + 1 } }

    mutating func merge(_ other: Acknowledgements) { last.merge(other.last) { max($0, $1) } }

    /// Looks for each of them in the logs of a home, which may hold no damage.
    func expectAllIn(home path: String, _ comment: String) throws {
        let home = JournalHome(path: path, disk: SystemDisk())
        let heads = (try? StationKnowledge.read(home))?.heads ?? [:]
        for (text, number) in last {
            let id = try #require(SessionID(text: text), "\(text) is no session, \(comment)")
            let contents = try LogReader(disk: SystemDisk()).read(home.log(of: id), expecting: heads[text])
            #expect(contents.damage.isEmpty, "\(comment) \(text): \(contents.damage)")
            let events = contents.readable.compactMap(\.event)
            #expect(events.starts(with: 0...number), "\(comment) \(text): \(number) was acknowledged, \(events)")
        }
    }
}
