import Canvas
import Session

/// The help and the palette: a list that typing filters and Enter runs.
struct Chooser: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// `?`: the keys that are valid now.
        case help
        /// `:`: everything that can be done now, by name.
        case palette
    }

    enum Step: Hashable {
        case stay
        case close
        case run(KeyAction)
    }

    let kind: Kind
    private(set) var filter = ""
    private(set) var selected = 0

    init(_ kind: Kind) {
        self.kind = kind
    }

    /// What the list holds now: only what is valid, filtered, each line once.
    func bindings(of table: KeyTable, in situation: Situation) -> [Binding] {
        let all = kind == .help ? table.valid(in: situation) : table.commands(in: situation)
        var seen: Set<String> = []
        return all.filter { binding in
            let line = binding.shown + " " + binding.help
            return matches(line) && seen.insert(line).inserted
        }
    }

    mutating func handle(_ key: Key, of table: KeyTable, in situation: Situation) -> Step {
        let found = bindings(of: table, in: situation)
        switch key {
        case .escape: return .close
        case .enter: return found.indices.contains(selected) ? .run(found[selected].action) : .stay
        case .up, .backTab: selected = max(0, selected - 1)
        case .down, .tab: selected = min(max(0, found.count - 1), selected + 1)
        case .pageUp: selected = max(0, selected - 10)
        case .pageDown: selected = min(max(0, found.count - 1), selected + 10)
        case .home: selected = 0
        case .end: selected = max(0, found.count - 1)
        case .backspace:
            if !filter.isEmpty { filter.removeLast() }
            selected = 0
        case .character(let character):
            filter.append(character)
            selected = 0
        case .delete, .left, .right, .function, .control, .alt, .paste, .click, .wheel: break
        }
        return .stay
    }

    /// Whether every word of the filter stands in the line.
    private func matches(_ line: String) -> Bool {
        let lower = Array(line.lowercased().utf8)
        return filter.lowercased().split(separator: " ").allSatisfy { Self.contains(lower, Array($0.utf8)) }
    }

    private static func contains(_ line: [UInt8], _ word: [UInt8]) -> Bool {
        guard word.count <= line.count else { return false }
        return (0...(line.count - word.count)).contains { line[$0..<($0 + word.count)].elementsEqual(word) }
    }
}
