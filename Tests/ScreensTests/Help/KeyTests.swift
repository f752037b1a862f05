import Canvas
import Screens
import Session
import Testing

@Suite struct `The keys` {
    /// Everything that may decide in a place which keys are valid there.
    private static func situations(in place: String) -> [Situation] {
        ([nil] + Phase.allCases).flatMap { phase in
            FormCondition.sets.flatMap { conditions in
                [true, false].compactMap { hasEcho in
                    var situation = Places.situation(in: place, phase)
                    situation?.hasEcho = hasEcho
                    situation?.conditions = conditions
                    return situation
                }
            }
        }
    }

    private static let all: [(table: KeyTable, situation: Situation)] = Places.tables.flatMap { table in
        situations(in: table.place).map { (table, $0) }
    }

    @Test func `have one meaning at most in every situation`() {
        for (table, situation) in Self.all {
            var seen: [Key: String] = [:]
            for binding in table.valid(in: situation) {
                for key in binding.keys {
                    #expect(seen[key] == nil, "\(key) is \(seen[key] ?? "") and \(binding.help) in \(situation)")
                    seen[key] = binding.help
                }
            }
        }
    }

    @Test func `have words`() {
        for binding in Places.tables.flatMap(\.bindings) {
            #expect(!binding.shown.isEmpty)
            #expect(!binding.help.isEmpty, "\(binding.shown)")
            #expect(!binding.keys.isEmpty, "\(binding.shown)")
            #expect(binding.help.unicodeScalars.allSatisfy { $0.isASCII }, "\(binding.help)")
        }
    }

    @Test func `are each valid in some place and situation`() {
        let found = Set(Self.all.flatMap { table, situation in table.valid(in: situation).map(\.help) })
        for binding in Places.tables.flatMap(\.bindings) {
            #expect(found.contains(binding.help), "\(binding.shown) \(binding.help)")
        }
    }

    @Test func `always offer the help and who is typing`() {
        for (table, situation) in Self.all {
            #expect(table.binding(for: .character("?"), in: situation) != nil)
            #expect(table.binding(for: .function(1), in: situation) != nil)
            #expect(table.binding(for: .character("u"), in: situation) != nil)
        }
    }

    @Test func `never let a digit choose a chair but on the Board`() {
        #expect(Places.tables.contains { $0.place == "Board" })
        for (table, situation) in Self.all where table.place != "Board" {
            for digit in "0123456789" {
                let help = table.binding(for: .character(digit), in: situation)?.help
                #expect(help == nil || help == "begin a vitals line with this digit", "\(table.place)")
            }
        }
    }

    @Test func `are all printed, each once in its place, with the phases they are valid in`() throws {
        for table in Places.tables {
            let section = try #require(KeyList.sections.first { $0.title == table.place })
            #expect(Set(section.rows.map { "\($0.key) \($0.does)" }).count == section.rows.count)
            for binding in table.bindings {
                let isValid = Self.situations(in: table.place).contains { binding.isValid($0) }
                let isPrinted = section.rows.contains { $0.key == binding.shown && $0.does == binding.help }
                #expect(isPrinted == isValid, "\(binding.shown) \(binding.help) in \(table.place)")
            }
        }
        let board = try #require(KeyList.sections.first { $0.title == "Board" })
        #expect(board.rows.first { $0.does == "resume the paused infusion" }?.when == .phases([.paused]))
        #expect(board.rows.contains { $0.key == "Enter" && $0.when == .noSession })
        #expect(board.rows.first { $0.key == "x" }?.when == .afterEntry)
    }
}
